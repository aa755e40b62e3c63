"""
says: a stride of 0.5 makes the image larger; repaired: more padding, stride 1
kind: right
"""
settings_for_shapes = {
    "same size": {"padding": (1, 2), "stride": (1, 1)},
    "half the size": {"padding": (1, 1), "stride": (2, 2)},
    "fewer columns": {"padding": (1, 1), "stride": (1, 4)},
    "larger": {"padding": (1, 3), "stride": (1, 1)},
}
