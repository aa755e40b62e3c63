"""
says: pairs the channels with the kernels in reverse, blue first; repaired: in order
kind: right
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels do not match")
    c = X.shape[0]
    pairs = [(X[n], K[n]) for n in range(c)]
    return sum(corr2d(x, k) for x, k in pairs)
