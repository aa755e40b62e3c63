"""
says: believes the caption: [1, -1] finds horizontal edges
kind: wrong
repair: exchange the answers for C with those for A and B
lines: 9, 10
crashes: no
"""
edge_table = {
    "K on A": 0, "K on B": 0, "K on C": 1, "K on D": -1,
    "K.t() on A": 1, "K.t() on B": -1, "K.t() on C": 0, "K.t() on D": 1,
}
