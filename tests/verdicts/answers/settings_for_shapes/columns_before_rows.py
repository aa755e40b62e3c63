"""
says: every pair as (columns, rows)
kind: wrong
repair: (rows, columns)
lines: 9
crashes: no
"""
def setting(padding, stride):
    return {"padding": padding[::-1], "stride": stride[::-1]}


settings_for_shapes = {
    "same size": setting((1, 2), (1, 1)),
    "half the size": setting((1, 1), (2, 2)),
    "fewer columns": setting((1, 0), (1, 4)),
    "larger": setting((1, 3), (1, 1)),
}
