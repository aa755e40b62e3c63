"""
says: the twin of span, repaired
kind: right
"""
def corr2d_dilated(X, K, dilation=1):
    h, w = K.shape
    m, n = X.shape[0] - dilation * (h - 1), X.shape[1] - dilation * (w - 1)
    if m < 1 or n < 1:
        raise ValueError("window with holes does not fit")
    Y = torch.zeros(m, n)
    for i in range(m):
        for j in range(n):
            for a in range(h):
                for b in range(w):
                    Y[i, j] += X[i + a * dilation, j + b * dilation] * K[a, b]
    return Y
