"""
says: puts X at the upper left corner of the larger image
kind: wrong
repair: in the middle
lines: 12
crashes: no
"""
def pad2d(X, padding):
    p, q = padding
    H, W = X.shape[-2:]
    out = torch.zeros(*X.shape[:-2], H + 2 * p, W + 2 * q, dtype=X.dtype)
    out[..., :H, :W] = X
    return out
