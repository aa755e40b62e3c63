"""
says: believes that a diagonal edge is seen by neither
kind: wrong
repair: -1 and 1 for D
lines: 9, 10
crashes: no
"""
edge_table = {
    "K on A": 1, "K on B": -1, "K on C": 0, "K on D": 0,
    "K.t() on A": 0, "K.t() on B": 0, "K.t() on C": 1, "K.t() on D": 0,
}
