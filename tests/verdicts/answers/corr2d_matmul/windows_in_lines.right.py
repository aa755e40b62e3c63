"""
says: multiplies from the left where the windows are lines; repaired: U @ K
kind: right
"""
def corr2d_matmul(X, K):
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("K does not fit in X")
    windows = X.unfold(0, h, 1).unfold(1, w, 1)
    U = windows.reshape(-1, h * w)
    return (U @ K.flatten()).reshape(windows.shape[:2])
