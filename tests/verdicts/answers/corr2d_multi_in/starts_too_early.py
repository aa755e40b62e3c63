"""
says: range(1, c + 1), counted from 1
kind: wrong
repair: range(c)
lines: 13
crashes: yes
cause: channel c does not exist
"""
def corr2d_multi_in(X, K):
    c_in = X.shape[0]
    if c_in != K.shape[0]:
        raise ValueError("channels do not match")
    return sum([corr2d(X[c], K[c]) for c in range(1, c_in + 1)])
