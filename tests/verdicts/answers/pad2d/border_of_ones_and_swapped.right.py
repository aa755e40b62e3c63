"""
says: a frame of ones, and rows and columns of the padding swapped; repaired: zeros, rows first
kind: right
"""
def pad2d(X, padding):
    p, q = padding
    Y = torch.zeros(*X.shape[:-2], X.shape[-2] + 2 * p, X.shape[-1] + 2 * q)
    Y[..., p:p + X.shape[-2], q:q + X.shape[-1]] = X
    return Y
