"""
says: 8 / 2 less 1 with stride 2: 3.5 rounded down
kind: wrong
repair: 4 x 4 for both
lines: 11, 12
crashes: no
"""
predicted_shapes = {
    "In [33]": (8, 8),
    "In [34]": (8, 8),
    "In [35]": (3, 3),
    "In [36]": (3, 3),
    "In [37]": (2, 2),
    "even kernel": (9, 7),
}
