"""
says: divides the size by the stride, rounded up
kind: wrong
repair: (8 - 3) // 3 + 1 and (8 + 2 - 5) // 4 + 1
lines: 10
crashes: no
"""
predicted_shapes = {
    "In [33]": (8, 8), "In [34]": (8, 8), "In [35]": (4, 4), "In [36]": (4, 4),
    "In [37]": (3, 2),
    "even kernel": (9, 7),
}
