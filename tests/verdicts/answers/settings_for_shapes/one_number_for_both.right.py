"""
says: one number for both axes, as nn.Conv2d takes it; repaired: a pair for each, rows first
kind: right
"""
settings_for_shapes = {
    "same size": {"padding": (1, 2), "stride": (1, 1)},
    "half the size": {"padding": (1, 1), "stride": (2, 2)},
    "fewer columns": {"padding": (1, 0), "stride": (1, 4)},
    "larger": {"padding": (1, 3), "stride": (1, 1)},
}
