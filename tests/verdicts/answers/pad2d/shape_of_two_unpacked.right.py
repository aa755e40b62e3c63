"""
says: unpacks X.shape into two names; repaired: the last two
kind: right
"""
def pad2d(X, padding):
    H, W = X.shape[-2:]
    p, q = padding
    Y = torch.zeros(*X.shape[:-2], H + 2 * p, W + 2 * q)
    Y[..., p:H + p, q:W + q] = X
    return Y
