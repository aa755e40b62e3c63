"""
says: The slice ends at i + h although the step is dilation: too few pixels come into the window, which do not fit the kernel
kind: wrong
repair: window line, as in the twin
lines: 17
crashes: yes
cause: what it says
"""
def corr2d_dilated(X, K, dilation=1):
    h, w = K.shape
    hh, ww = dilation * (h - 1) + 1, dilation * (w - 1) + 1
    if hh > X.shape[0] or ww > X.shape[1]:
        raise ValueError
    Y = torch.zeros(X.shape[0] - hh + 1, X.shape[1] - ww + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            window = X[i : i + h : dilation, j : j + w : dilation]
            Y[i, j] = (window * K).sum()
    return Y
