"""
says: one border counted for each padding; repaired: both borders
kind: right
"""
def places(n, k, p, s):
    return (n + 2 * p - k) // s + 1


table = {
    "In [33]": ((3, 3), (1, 1), (1, 1)),
    "In [34]": ((5, 3), (2, 1), (1, 1)),
    "In [35]": ((3, 3), (1, 1), (2, 2)),
    "In [36]": ((5, 3), (2, 1), (2, 2)),
    "In [37]": ((3, 5), (0, 1), (3, 4)),
    "even kernel": ((4, 2), (2, 0), (1, 1)),
}
predicted_shapes = {
    name: tuple(places(8, k[axis], p[axis], s[axis]) for axis in (0, 1)) for name, (k, p, s) in table.items()
}
