"""
says: adds the maps into a tensor that has the type of K; repaired: the type of the maps
kind: right
"""
def corr2d_multi_in(X, K):
    if K.shape[0] != X.shape[0]:
        raise ValueError("channels do not match")
    size = [n - k + 1 for n, k in zip(X.shape[1:], K.shape[1:])]
    Y = torch.zeros(size, dtype=X.dtype)
    for x, k in zip(X, K):
        Y += corr2d(x, k)
    return Y
