"""
says: multiplies the shape, a tuple, by the dilation and goes on as if it were two numbers
kind: wrong
repair: each by itself
lines: 10
crashes: yes
cause: a tuple times 2 is the tuple twice, four numbers
"""
def corr2d_dilated(X, K, dilation=1):
    H, W = K.shape * dilation
    h, w = dilation * (K.shape[0] - 1) + 1, dilation * (K.shape[1] - 1) + 1
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("does not fit")
    spread = torch.zeros(h, w)
    spread[::dilation, ::dilation] = K
    return corr2d(X, spread)
