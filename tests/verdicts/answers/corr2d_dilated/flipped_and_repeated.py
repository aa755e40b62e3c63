"""
says: flips the kernel, and dilates the columns only
kind: wrong
mistakes: 2
repair: no flip, both axes
lines: 11, 12
crashes: no
"""
def corr2d_dilated(X, K, dilation=1):
    h, w = K.shape
    spread = torch.zeros(h, dilation * (w - 1) + 1)
    spread[:, ::dilation] = K.flip(0, 1)
    return corr2d(X, spread)
