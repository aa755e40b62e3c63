"""
says: the twin of two_d_only_unpack, repaired
kind: right
"""
def pad2d(X, padding):
    H, W = X.shape[-2:]
    ph, pw = padding
    out = torch.zeros(*X.shape[:-2], H + 2 * ph, W + 2 * pw)
    out[..., ph:ph + H, pw:pw + W] = X
    return out
