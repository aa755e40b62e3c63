"""
says: sizes the output as without dilation
kind: wrong
repair: with the span
lines: 13
crashes: yes
cause: the last windows hang over the edge and are smaller than K
"""
def corr2d_dilated(X, K, dilation=1):
    h, w = K.shape
    if dilation * (h - 1) + 1 > X.shape[0] or dilation * (w - 1) + 1 > X.shape[1]:
        raise ValueError("does not fit")
    rows, columns = X.shape[0] - h + 1, X.shape[1] - w + 1
    Y = torch.zeros(rows, columns)
    for i in range(rows):
        for j in range(columns):
            window = X[i:i + dilation * (h - 1) + 1:dilation, j:j + dilation * (w - 1) + 1:dilation]
            Y[i, j] = torch.sum(window * K)
    return Y
