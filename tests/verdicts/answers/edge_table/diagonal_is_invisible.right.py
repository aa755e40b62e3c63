"""
says: believes that a diagonal edge is seen by neither; repaired: -1 and 1 for D
kind: right
"""
edge_table = {
    "K on A": 1, "K on B": -1, "K on C": 0, "K on D": -1,
    "K.t() on A": 0, "K.t() on B": 0, "K.t() on C": 1, "K.t() on D": 1,
}
