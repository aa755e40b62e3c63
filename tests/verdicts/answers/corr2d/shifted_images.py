"""
says: no windows at all: adds up shifted copies of the image, one for each kernel number
kind: right
"""
def corr2d(X, K):
    if not X.dim() == K.dim() == 2:
        raise ValueError("X and K must be 2-D")
    H, W = X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1
    if H <= 0 or W <= 0:
        raise ValueError("K does not fit in X")
    return sum(
        K[a, b] * X[a:a + H, b:b + W] for a in range(K.shape[0]) for b in range(K.shape[1])
    )
