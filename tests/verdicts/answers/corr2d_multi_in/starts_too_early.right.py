"""
says: range(1, c + 1), counted from 1; repaired: range(c)
kind: right
"""
def corr2d_multi_in(X, K):
    c_in = X.shape[0]
    if c_in != K.shape[0]:
        raise ValueError("channels do not match")
    return sum([corr2d(X[c], K[c]) for c in range(c_in)])
