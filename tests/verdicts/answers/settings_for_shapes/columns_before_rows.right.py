"""
says: every pair as (columns, rows); repaired: (rows, columns)
kind: right
"""
def setting(padding, stride):
    return {"padding": padding, "stride": stride}


settings_for_shapes = {
    "same size": setting((1, 2), (1, 1)),
    "half the size": setting((1, 1), (2, 2)),
    "fewer columns": setting((1, 0), (1, 4)),
    "larger": setting((1, 3), (1, 1)),
}
