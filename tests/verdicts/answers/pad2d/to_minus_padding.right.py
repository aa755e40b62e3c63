"""
says: fills [p:-p], which is empty for a padding of 0; repaired: end at p + H
kind: right
"""
def pad2d(X, padding):
    p, q = padding
    H, W = X.shape[-2], X.shape[-1]
    out = torch.zeros(*X.shape[:-2], H + 2 * p, W + 2 * q)
    out[..., p:p + H, q:q + W] = X
    return out
