"""
says: stride is taken for (columns, rows), x before y
kind: wrong
repair: (rows, columns)
lines: 9
crashes: no
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    step_x, step_y = stride
    X = nn.functional.pad(X, (padding[1], padding[1], padding[0], padding[0]))
    return corr2d(X, K)[::step_y, ::step_x]
