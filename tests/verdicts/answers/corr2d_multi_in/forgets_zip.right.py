"""
says: for x, k in X, K without zip; repaired: zip(X, K)
kind: right
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("mismatch")
    Y = 0
    for x, k in zip(X, K):
        Y += corr2d(x, k)
    return Y
