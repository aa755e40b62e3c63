"""
says: pads the first two axes: channels and rows of 3-D images
kind: wrong
repair: the last two
lines: 10, 11, 12
crashes: no
"""
def pad2d(X, padding):
    ph, pw = padding
    H, W = X.shape[0], X.shape[1]
    out = torch.zeros(H + 2 * ph, W + 2 * pw, *X.shape[2:])
    out[ph:ph + H, pw:pw + W] = X
    return out
