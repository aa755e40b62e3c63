"""
says: takes the first two axes for rows and columns
kind: wrong
repair: the last two
lines: 10, 12, 13
crashes: yes
cause: with channels in front X has three axes, which cannot be unpacked into two
"""
def pad2d(X, padding):
    H, W = X.shape
    p, q = padding
    out = torch.zeros(H + 2 * p, W + 2 * q)
    out[p:H + p, q:W + q] = X
    return out
