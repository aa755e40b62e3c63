"""
says: one 3 x 3 kernel for each output
kind: wrong
repair: times the input channels
lines: 9, 10
crashes: no
"""
parameter_counts = {
    "color": [72, 8],
    "stride": [72, 8],
    "one_by_one": [6, 2],
    "dense": [486, 18],
}
