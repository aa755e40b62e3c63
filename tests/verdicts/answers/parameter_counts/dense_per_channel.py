"""
says: the dense layer joins pixels of a channel only: 9 with 9, for 3 x 2 channels
kind: wrong
repair: all with all
lines: 12
crashes: no
"""
parameter_counts = {
    "color": [3 * 8 * 9, 8],
    "stride": [3 * 8 * 9, 8],
    "one_by_one": [3 * 2, 2],
    "dense": [9 * 9, 9],
}
