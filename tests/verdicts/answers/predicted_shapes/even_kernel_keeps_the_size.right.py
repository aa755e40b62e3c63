"""
says: half the kernel as padding keeps the size; repaired: 9 rows
kind: right
"""
predicted_shapes = {
    "In [33]": [8, 8], "In [34]": [8, 8], "In [35]": [4, 4], "In [36]": [4, 4], "In [37]": [2, 2],
    "even kernel": [9, 7],
}
