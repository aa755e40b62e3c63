"""
says: puts the image at columns, rows
kind: wrong
repair: rows, columns
lines: 13
crashes: yes
cause: the place is cut off
"""
def pad2d(X, padding):
    p, q = padding
    H, W = X.shape[-2:]
    out = torch.zeros(*X.shape[:-2], H + 2 * p, W + 2 * q)
    out[..., q:q + H, p:p + W] = X
    return out
