"""
says: The spread kernel is made (h - 1) * dilation large, without + 1, so the last weights have no place (RuntimeError)
kind: wrong
repair: spread line, as in the twin
lines: 11
crashes: yes
cause: what it says
"""
def corr2d_dilated(X, K, dilation=1):
    h, w = K.shape
    spread = torch.zeros((h - 1) * dilation, (w - 1) * dilation)
    spread[::dilation, ::dilation] = K
    return corr2d(X, spread)
