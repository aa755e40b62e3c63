"""
says: multiplies from the left where the windows are lines
kind: wrong
repair: U @ K
lines: 15
crashes: yes
cause: the number of windows is not the number of weights
"""
def corr2d_matmul(X, K):
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("K does not fit in X")
    windows = X.unfold(0, h, 1).unfold(1, w, 1)
    U = windows.reshape(-1, h * w)
    return (K.flatten() @ U).reshape(windows.shape[:2])
