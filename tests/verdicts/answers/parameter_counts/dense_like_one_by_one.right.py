"""
says: a dense layer without its pixels, and its biases counted as inputs; repaired: 27 * 18 weights, 18 biases
kind: right
"""
parameter_counts = {"color": (216, 8), "stride": (216, 8), "one_by_one": (6, 2)}
parameter_counts["dense"] = (27 * 18, 18)
