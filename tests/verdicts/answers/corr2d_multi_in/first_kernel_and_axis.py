"""
says: K[0] for every channel, and a channel axis of one kept
kind: wrong
mistakes: 2
repair: K[c], and no channel axis
lines: 12, 13
crashes: no
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels do not match")
    Y = sum(corr2d(X[c], K[0]) for c in range(X.shape[0]))
    return Y.unsqueeze(0)
