"""
says: never stops, and keeps the last one
kind: wrong
repair: break
lines: 10
crashes: no
"""
for n in range(1, 20):
    if (n + 2 - 5) // 4 + 1 != (n - 5 + 1 + 4) // 4:
        smallest_width = n
