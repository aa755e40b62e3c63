"""
says: out[p:, q:] = X: no end to the slice
kind: wrong
repair: an end
lines: 13
crashes: yes
cause: the place is larger than the image
"""
def pad2d(X, padding):
    p, q = padding
    H, W = X.shape[-2:]
    out = torch.zeros(*X.shape[:-2], H + 2 * p, W + 2 * q)
    out[..., p:, q:] = X
    return out
