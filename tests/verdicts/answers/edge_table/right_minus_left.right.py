"""
says: every sign the other way round: right minus left; repaired: left minus right, above minus below
kind: right
"""
plus = 1
edge_table = {
    "K on A": plus, "K on B": -plus, "K on C": 0, "K on D": -plus,
    "K.t() on A": 0, "K.t() on B": 0, "K.t() on C": plus, "K.t() on D": plus,
}
