"""
says: p and q exchanged, and only once in the size
kind: wrong
repair: both mended
lines: 10, 12
crashes: no
mistakes: 2
"""
def pad2d(X, padding):
    q, p = padding
    H, W = X.shape[-2:]
    out = torch.zeros(*X.shape[:-2], H + p, W + q)
    out[..., p:p + H, q:q + W] = X
    return out
