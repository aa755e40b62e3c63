"""
says: averages, and checks nothing; repaired: adds, and checks
kind: right
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels do not match")
    return sum(corr2d(x, k) for x, k in zip(X, K))
