"""
says: d * (k - 1): the last tap lies outside
kind: wrong
repair: + 1
lines: 11
crashes: yes
cause: a place outside
"""
def corr2d_dilated(X, K, dilation=1):
    h, w = K.shape
    S = torch.zeros((h - 1) * dilation, (w - 1) * dilation)
    if S.shape[0] > X.shape[0] or S.shape[1] > X.shape[1]:
        raise ValueError("does not fit")
    for a in range(h):
        for b in range(w):
            S[a * dilation, b * dilation] = K[a, b]
    return corr2d(X, S)
