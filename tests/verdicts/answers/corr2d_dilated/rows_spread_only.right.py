"""
says: dilates rows, not columns; repaired: both
kind: right
"""
def corr2d_dilated(X, K, dilation=1):
    h, w = K.shape
    spread = torch.zeros((h - 1) * dilation + 1, (w - 1) * dilation + 1)
    spread[::dilation, ::dilation] = K
    if spread.shape[0] > X.shape[0] or (w - 1) * dilation + 1 > X.shape[1]:
        raise ValueError("the dilated kernel does not fit")
    return corr2d(X, spread)
