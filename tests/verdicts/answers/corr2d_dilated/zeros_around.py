"""
says: spreads K to size k * d: zeros behind the last tap too
kind: wrong
repair: d * (k - 1) + 1
lines: 10
crashes: no
"""
def corr2d_dilated(X, K, dilation=1):
    h, w = K.shape
    D = torch.zeros(h * dilation, w * dilation)
    D[::dilation, ::dilation] = K
    if D.shape[0] > X.shape[0] or D.shape[1] > X.shape[1]:
        raise ValueError("does not fit")
    return corr2d(X, D)
