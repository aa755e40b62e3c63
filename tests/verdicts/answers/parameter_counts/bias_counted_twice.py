"""
says: counts the biases among the weights, too
kind: wrong
repair: weights alone
lines: 10
crashes: no
"""
parameter_counts = {}
for name, c_in, c_out, size in [("color", 3, 8, 3), ("stride", 3, 8, 3), ("one_by_one", 3, 2, 1), ("dense", 27, 18, 1)]:
    weights = (c_in * size * size + 1) * c_out
    parameter_counts[name] = [weights, c_out]
