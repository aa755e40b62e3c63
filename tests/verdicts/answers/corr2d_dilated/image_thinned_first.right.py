"""
says: thins the image, then correlates; repaired: take every dilation-th pixel into each window
kind: right
"""
def corr2d_dilated(X, K, dilation=1):
    d, (h, w) = dilation, K.shape
    H, W = X.shape[0] - d * (h - 1), X.shape[1] - d * (w - 1)
    if H < 1 or W < 1:
        raise ValueError("does not fit")
    return sum(K[a, b] * X[a * d:a * d + H, b * d:b * d + W] for a in range(h) for b in range(w))
