"""
says: notes only whether there is a response
kind: wrong
repair: the signs
lines: 9
crashes: no
"""
edge_table = dict.fromkeys(["K on A", "K on B", "K on D", "K.t() on C", "K.t() on D"], 1)
edge_table.update({"K on C": 0, "K.t() on A": 0, "K.t() on B": 0})
