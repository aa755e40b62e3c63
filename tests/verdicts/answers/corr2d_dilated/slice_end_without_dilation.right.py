"""
says: the twin of slice_end_without_dilation, repaired
kind: right
"""
def corr2d_dilated(X, K, dilation=1):
    h, w = K.shape
    eh, ew = dilation * (h - 1) + 1, dilation * (w - 1) + 1
    if eh > X.shape[0] or ew > X.shape[1]:
        raise ValueError("does not fit")
    Y = torch.zeros(X.shape[0] - eh + 1, X.shape[1] - ew + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + eh:dilation, j:j + ew:dilation] * K).sum()
    return Y
