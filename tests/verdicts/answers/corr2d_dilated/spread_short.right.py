"""
says: the twin of spread_short, repaired
kind: right
"""
def corr2d_dilated(X, K, dilation=1):
    h, w = K.shape
    spread = torch.zeros((h - 1) * dilation + 1, (w - 1) * dilation + 1)
    spread[::dilation, ::dilation] = K
    return corr2d(X, spread)
