"""
says: the twin of swapped_slices, repaired
kind: right
"""
def pad2d(X, padding):
    p, q = padding
    H, W = X.shape[-2:]
    out = torch.zeros(*X.shape[:-2], H + 2 * p, W + 2 * q)
    out[..., p:p + H, q:q + W] = X
    return out
