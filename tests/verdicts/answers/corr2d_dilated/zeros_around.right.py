"""
says: the twin of zeros_around, repaired
kind: right
"""
def corr2d_dilated(X, K, dilation=1):
    h, w = K.shape
    D = torch.zeros((h - 1) * dilation + 1, (w - 1) * dilation + 1)
    D[::dilation, ::dilation] = K
    if D.shape[0] > X.shape[0] or D.shape[1] > X.shape[1]:
        raise ValueError("does not fit")
    return corr2d(X, D)
