"""
says: compares with a count that forgets the padding; repaired: + 2
kind: right
"""
right = {n: len(range(0, n + 2 - 5 + 1, 4)) for n in range(1, 50)}
smallest_width = min(n for n in right if right[n] != (n - 5 + 1 + 4) // 4)
