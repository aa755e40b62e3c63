"""
says: believes the caption: [1, -1] finds horizontal edges; repaired: exchange the answers for C with those for A and B
kind: right
"""
edge_table = {
    "K on A": 1, "K on B": -1, "K on C": 0, "K on D": -1,
    "K.t() on A": 0, "K.t() on B": 0, "K.t() on C": 1, "K.t() on D": 1,
}
