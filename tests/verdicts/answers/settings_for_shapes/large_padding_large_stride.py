"""
says: unusual ways to the same shapes
kind: right
"""
settings_for_shapes = {
    "same size": {"padding": (1, 2), "stride": (1, 1)},
    "half the size": {"padding": (4, 1), "stride": (4, 2)},
    "fewer columns": {"padding": (8, 3), "stride": (3, 6)},
    "larger": {"padding": (5, 10), "stride": (2, 2)},
}
