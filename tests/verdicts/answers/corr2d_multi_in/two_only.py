"""
says: The number of channels is written down as 2 (range(2)): further channels are left out, and one channel is an error
kind: wrong
repair: the for line, as in the twin
lines: 13
crashes: yes
cause: what it says
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("c_in")
    Y = corr2d(X[0], K[0])
    for c in range(1, 2):
        Y = Y + corr2d(X[c], K[c])
    return Y
