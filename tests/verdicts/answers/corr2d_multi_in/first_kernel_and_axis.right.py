"""
says: K[0] for every channel, and a channel axis of one kept; repaired: K[c], and no channel axis
kind: right
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels do not match")
    Y = sum(corr2d(X[c], K[c]) for c in range(X.shape[0]))
    return Y
