"""
says: a bias for each pair of channels; repaired: one for each output
kind: right
"""
def count(c_in, c_out, size):
    return [c_in * c_out * size * size, c_out]


parameter_counts = {
    "color": count(3, 8, 3), "stride": count(3, 8, 3), "one_by_one": count(3, 2, 1), "dense": count(27, 18, 1),
}
