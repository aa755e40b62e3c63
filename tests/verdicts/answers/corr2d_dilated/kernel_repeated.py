"""
says: repeats each weight in place of holes
kind: wrong
repair: zeros between
lines: 11
crashes: no
"""
def corr2d_dilated(X, K, dilation=1):
    h, w = K.shape
    spread = torch.zeros(dilation * (h - 1) + 1, dilation * (w - 1) + 1)
    spread[:] = K.repeat_interleave(dilation, 0).repeat_interleave(dilation, 1)[:spread.shape[0], :spread.shape[1]]
    return corr2d(X, spread)
