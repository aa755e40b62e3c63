"""
says: computes with a size that is still None; repaired: n = 8
kind: right
"""
n = 8
predicted_shapes = {
    "In [33]": (n + 2 - 3 + 1, n + 2 - 3 + 1),
    "In [34]": (n + 4 - 5 + 1, n + 2 - 3 + 1),
    "In [35]": ((n + 2 - 3) // 2 + 1, (n + 2 - 3) // 2 + 1),
    "In [36]": ((n + 4 - 5) // 2 + 1, (n + 2 - 3) // 2 + 1),
    "In [37]": ((n - 3) // 3 + 1, (n + 2 - 5) // 4 + 1),
    "even kernel": (n + 4 - 4 + 1, n - 2 + 1),
}
