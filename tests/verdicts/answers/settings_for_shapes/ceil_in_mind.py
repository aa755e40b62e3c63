"""
says: rounds the half size up, so that no padding seems to be needed
kind: wrong
repair: padding 1 for the half size, 1 and 2 for the same size
lines: 9, 10
crashes: no
"""
settings_for_shapes = {
    "same size": {"padding": (1, 1), "stride": (1, 1)},
    "half the size": {"padding": (0, 0), "stride": (2, 2)},
    "fewer columns": {"padding": (1, 0), "stride": (1, 4)},
    "larger": {"padding": (1, 3), "stride": (1, 1)},
}
