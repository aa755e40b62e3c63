"""
says: no check: zip ends with the shorter one; repaired: a check
kind: right
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels do not match")
    return sum(corr2d(x, k) for x, k in zip(X, K))
