"""
says: flips the kernel, and dilates the columns only; repaired: no flip, both axes
kind: right
"""
def corr2d_dilated(X, K, dilation=1):
    h, w = K.shape
    spread = torch.zeros(dilation * (h - 1) + 1, dilation * (w - 1) + 1)
    spread[::dilation, ::dilation] = K
    return corr2d(X, spread)
