"""
says: X[i:i + h:dilation]
kind: wrong
repair: end at i + the whole span
lines: 17
crashes: yes
cause: the slice ends after h pixels, so too few are taken
"""
def corr2d_dilated(X, K, dilation=1):
    h, w = K.shape
    span = [dilation * (k - 1) + 1 for k in (h, w)]
    if span[0] > X.shape[0] or span[1] > X.shape[1]:
        raise ValueError("does not fit")
    Y = torch.zeros(X.shape[0] - span[0] + 1, X.shape[1] - span[1] + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h:dilation, j:j + w:dilation] * K).sum()
    return Y
