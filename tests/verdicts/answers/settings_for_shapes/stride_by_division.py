"""
says: takes the stride as input size / output size, and the larger one has none
kind: wrong
repair: stride 1 and padding 1, 3 where the image grows
lines: 15
crashes: no
"""
def stride(before, after):
    return before // after

settings_for_shapes = {
    "same size": {"padding": (1, 2), "stride": (stride(8, 8), stride(12, 12))},
    "half the size": {"padding": (1, 1), "stride": (stride(8, 4), stride(12, 6))},
    "fewer columns": {"padding": (1, 0), "stride": (stride(8, 8), stride(12, 3))},
    "larger": {"padding": (1, 3), "stride": (stride(8, 9), stride(12, 15))},
}
