"""
says: a bias for each input channel
kind: wrong
repair: as many as output channels
lines: 9, 10, 11
crashes: no
"""
parameter_counts = {
    "color": [216, 3],
    "stride": [216, 3],
    "one_by_one": [6, 3],
    "dense": [486, 18],
}
