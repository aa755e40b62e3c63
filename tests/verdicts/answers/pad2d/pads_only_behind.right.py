"""
says: zeros below and at the right only; repaired: on all sides
kind: right
"""
def pad2d(X, padding):
    p, q = padding
    shape = list(X.shape)
    shape[-2] += 2 * p
    shape[-1] += 2 * q
    Y = X.new_zeros(shape)
    Y[..., p:p + X.shape[-2], q:q + X.shape[-1]] = X
    return Y
