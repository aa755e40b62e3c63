"""
says: for x, k in X, K without zip
kind: wrong
repair: zip(X, K)
lines: 13
crashes: yes
cause: the loop unpacks X into x and k, which works for two channels only, and then pairs the wrong things
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("mismatch")
    Y = 0
    for x, k in X, K:
        Y += corr2d(x, k)
    return Y
