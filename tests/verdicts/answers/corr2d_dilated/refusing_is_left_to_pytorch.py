"""
says: PyTorch's function without a check: its error is a RuntimeError
kind: wrong
repair: turn it into a ValueError
lines: 9
crashes: no
"""
def corr2d_dilated(X, K, dilation=1):
    Y = nn.functional.conv2d(X[None, None], K[None, None], dilation=(dilation, dilation))
    return Y[0, 0]
