"""
says: begins the search where the bare kernel fits; repaired: begin at 1
kind: right
"""
for n in range(1, 100):
    seed, right = (n - 5 + 1 + 4) // 4, max(0, n + 2 - 5 + 4) // 4
    if seed != right:
        smallest_width = n
        break
