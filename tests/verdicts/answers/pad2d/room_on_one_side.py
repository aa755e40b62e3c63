"""
says: adds the padding once to the size
kind: wrong
repair: twice
lines: 11
crashes: no
"""
def pad2d(X, padding):
    p, q = padding
    H, W = X.shape[-2:]
    out = torch.zeros(*X.shape[:-2], H + p, W + q)
    out[..., p:p + H, q:q + W] = X
    return out
