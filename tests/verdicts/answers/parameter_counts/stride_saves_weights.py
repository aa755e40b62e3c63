"""
says: believes that a stride of 4 saves weights
kind: wrong
repair: the same as "color"
lines: 10
crashes: no
"""
parameter_counts = {
    "color": [216, 8],
    "stride": [216 // 16, 8],
    "one_by_one": [6, 2],
    "dense": [486, 18],
}
