"""
says: compares with / in place of the floor
kind: wrong
repair: //
lines: 10
crashes: no
"""
smallest_width = None
for n in range(40, 0, -1):
    if (n - 5 + 1 + 4) / 4 != len(range(0, n - 2, 4)):
        smallest_width = n
