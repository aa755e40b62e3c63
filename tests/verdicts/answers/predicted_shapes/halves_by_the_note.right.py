"""
says: 8 / 2 less 1 with stride 2: 3.5 rounded down; repaired: 4 x 4 for both
kind: right
"""
predicted_shapes = {
    "In [33]": (8, 8),
    "In [34]": (8, 8),
    "In [35]": (4, 4),
    "In [36]": (4, 4),
    "In [37]": (2, 2),
    "even kernel": (9, 7),
}
