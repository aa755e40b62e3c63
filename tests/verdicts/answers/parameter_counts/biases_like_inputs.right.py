"""
says: a bias for each input channel; repaired: as many as output channels
kind: right
"""
parameter_counts = {
    "color": [216, 8],
    "stride": [216, 8],
    "one_by_one": [6, 2],
    "dense": [486, 18],
}
