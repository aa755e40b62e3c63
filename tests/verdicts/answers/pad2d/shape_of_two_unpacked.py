"""
says: unpacks X.shape into two names
kind: wrong
repair: the last two
lines: 10
crashes: yes
cause: with channels the shape has three numbers
"""
def pad2d(X, padding):
    H, W = X.shape
    p, q = padding
    Y = torch.zeros(*X.shape[:-2], H + 2 * p, W + 2 * q)
    Y[..., p:H + p, q:W + q] = X
    return Y
