"""
says: half the kernel as padding keeps the size
kind: wrong
repair: 9 rows
lines: 10
crashes: no
"""
predicted_shapes = {
    "In [33]": [8, 8], "In [34]": [8, 8], "In [35]": [4, 4], "In [36]": [4, 4], "In [37]": [2, 2],
    "even kernel": [8, 7],
}
