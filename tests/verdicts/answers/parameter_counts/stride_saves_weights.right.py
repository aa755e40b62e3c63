"""
says: believes that a stride of 4 saves weights; repaired: the same as "color"
kind: right
"""
parameter_counts = {
    "color": [216, 8],
    "stride": [216, 8],
    "one_by_one": [6, 2],
    "dense": [486, 18],
}
