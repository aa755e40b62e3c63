"""
says: PyTorch's function without a check: its error is a RuntimeError; repaired: turn it into a ValueError
kind: right
"""
def corr2d_dilated(X, K, dilation=1):
    if any(dilation * (k - 1) >= x for k, x in zip(K.shape, X.shape)):
        raise ValueError("the window with its holes does not fit")
    Y = nn.functional.conv2d(X[None, None], K[None, None], dilation=(dilation, dilation))
    return Y[0, 0]
