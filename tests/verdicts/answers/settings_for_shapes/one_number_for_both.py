"""
says: one number for both axes, as nn.Conv2d takes it
kind: wrong
repair: a pair for each, rows first
lines: 9, 10, 11, 12
crashes: no
"""
settings_for_shapes = {
    "same size": {"padding": (1, 2), "stride": 1},
    "half the size": {"padding": 1, "stride": 2},
    "fewer columns": {"padding": 1, "stride": 4},
    "larger": {"padding": 3, "stride": 1},
}
