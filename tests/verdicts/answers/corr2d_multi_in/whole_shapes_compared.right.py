"""
says: refuses whenever the shapes differ anywhere; repaired: compare the channels only
kind: right
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("shapes differ")
    return sum(corr2d(x, k) for x, k in zip(X, K))
