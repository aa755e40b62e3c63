"""
says: the twin of pads_first_axes, repaired
kind: right
"""
def pad2d(X, padding):
    ph, pw = padding
    H, W = X.shape[-2:]
    out = torch.zeros(*X.shape[:-2], H + 2 * ph, W + 2 * pw)
    out[..., ph:ph + H, pw:pw + W] = X
    return out
