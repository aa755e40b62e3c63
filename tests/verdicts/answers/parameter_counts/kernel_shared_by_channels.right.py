"""
says: one 3 x 3 kernel for each output; repaired: times the input channels
kind: right
"""
parameter_counts = {
    "color": [216, 8],
    "stride": [216, 8],
    "one_by_one": [6, 2],
    "dense": [486, 18],
}
