"""
says: begins the search where the bare kernel fits
kind: wrong
repair: begin at 1
lines: 8
crashes: no
"""
for n in range(5, 100):
    seed, right = (n - 5 + 1 + 4) // 4, max(0, n + 2 - 5 + 4) // 4
    if seed != right:
        smallest_width = n
        break
