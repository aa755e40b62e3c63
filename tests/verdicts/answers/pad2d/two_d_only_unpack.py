"""
says: H, W = X.shape
kind: wrong
repair: the last two
lines: 10, 12, 13
crashes: yes
cause: an image with channels has three sizes
"""
def pad2d(X, padding):
    H, W = X.shape
    ph, pw = padding
    out = torch.zeros(H + 2 * ph, W + 2 * pw)
    out[ph:ph + H, pw:pw + W] = X
    return out
