"""
says: takes the first two axes for rows and columns; repaired: the last two
kind: right
"""
def pad2d(X, padding):
    *channels, H, W = X.shape
    p, q = padding
    out = torch.zeros(*channels, H + 2 * p, W + 2 * q)
    out[..., p:H + p, q:W + q] = X
    return out
