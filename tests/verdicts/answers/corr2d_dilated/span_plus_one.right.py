"""
says: the twin of span_plus_one, repaired
kind: right
"""
def corr2d_dilated(X, K, dilation=1):
    h, w = K.shape
    S = torch.zeros((h - 1) * dilation + 1, (w - 1) * dilation + 1)
    if S.shape[0] > X.shape[0] or S.shape[1] > X.shape[1]:
        raise ValueError("does not fit")
    for a in range(h):
        for b in range(w):
            S[a * dilation, b * dilation] = K[a, b]
    return corr2d(X, S)
