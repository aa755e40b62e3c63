"""
says: bottom and right are computed before, but Y is one row too tall
kind: wrong
repair: H - h + 1
lines: 13
crashes: yes
cause: the last window hangs over
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2 or K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("shapes")
    h, w = K.shape
    Y = torch.zeros(X.shape[0] - h + 2, X.shape[1] - w + 1)
    for top in range(Y.shape[0]):
        bottom = top + h
        for left in range(Y.shape[1]):
            right = left + w
            Y[top, left] = (X[top:bottom, left:right] * K).sum()
    return Y
