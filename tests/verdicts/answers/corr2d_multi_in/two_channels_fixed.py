"""
says: writes down the two channels of the example
kind: wrong
repair: every channel
lines: 12
crashes: yes
cause: with one channel X[1] does not exist; with three the third is left out
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels do not match")
    return corr2d(X[0], K[0]) + corr2d(X[1], K[1])
