"""
says: does not fold the result back
kind: wrong
repair: reshape to rows and columns
lines: 9
crashes: no
"""
def corr2d_multi_in_out_1x1(X, K):
    return K.flatten(1) @ X.flatten(1)
