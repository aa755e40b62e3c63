"""
says: refuses a window that fills the image exactly
kind: wrong
repair: > in place of >=
lines: 10
crashes: no
"""
def corr2d_dilated(X, K, dilation=1):
    spread = torch.zeros(dilation * (K.shape[0] - 1) + 1, dilation * (K.shape[1] - 1) + 1)
    if any(k >= x for k, x in zip(spread.shape, X.shape)):
        raise ValueError("does not fit")
    spread[::dilation, ::dilation] = K
    return corr2d(X, spread)
