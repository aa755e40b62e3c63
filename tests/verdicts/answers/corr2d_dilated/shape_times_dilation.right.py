"""
says: multiplies the shape, a tuple, by the dilation and goes on as if it were two numbers; repaired: each by itself
kind: right
"""
def corr2d_dilated(X, K, dilation=1):
    H, W = K.shape
    h, w = dilation * (K.shape[0] - 1) + 1, dilation * (K.shape[1] - 1) + 1
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("does not fit")
    spread = torch.zeros(h, w)
    spread[::dilation, ::dilation] = K
    return corr2d(X, spread)
