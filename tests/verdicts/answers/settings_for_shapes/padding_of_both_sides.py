"""
says: the padding of both sides together
kind: wrong
repair: per side
lines: 9, 10, 11, 12
crashes: no
"""
settings_for_shapes = {
    "same size": {"padding": (2, 4), "stride": (1, 1)},
    "half the size": {"padding": (2, 2), "stride": (2, 2)},
    "fewer columns": {"padding": (2, 0), "stride": (1, 4)},
    "larger": {"padding": (2, 6), "stride": (1, 1)},
}
