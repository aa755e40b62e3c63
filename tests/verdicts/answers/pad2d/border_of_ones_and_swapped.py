"""
says: a frame of ones, and rows and columns of the padding swapped
kind: wrong
repair: zeros, rows first
lines: 10, 11
crashes: no
mistakes: 2
"""
def pad2d(X, padding):
    q, p = padding
    Y = torch.ones(*X.shape[:-2], X.shape[-2] + 2 * p, X.shape[-1] + 2 * q)
    Y[..., p:p + X.shape[-2], q:q + X.shape[-1]] = X
    return Y
