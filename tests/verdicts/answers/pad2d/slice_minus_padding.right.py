"""
says: the twin of slice_minus_padding, repaired
kind: right
"""
def pad2d(X, padding):
    p, q = padding
    out = torch.zeros(*X.shape[:-2], X.shape[-2] + 2 * p, X.shape[-1] + 2 * q)
    out[..., p:p + X.shape[-2], q:q + X.shape[-1]] = X
    return out
