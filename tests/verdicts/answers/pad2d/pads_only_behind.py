"""
says: zeros below and at the right only
kind: wrong
repair: on all sides
lines: 14
crashes: no
"""
def pad2d(X, padding):
    p, q = padding
    shape = list(X.shape)
    shape[-2] += 2 * p
    shape[-1] += 2 * q
    Y = X.new_zeros(shape)
    Y[..., :X.shape[-2], :X.shape[-1]] = X
    return Y
