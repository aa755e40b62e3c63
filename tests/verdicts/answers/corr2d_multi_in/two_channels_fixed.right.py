"""
says: writes down the two channels of the example; repaired: every channel
kind: right
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels do not match")
    return sum(corr2d(X[c], K[c]) for c in range(X.shape[0]))
