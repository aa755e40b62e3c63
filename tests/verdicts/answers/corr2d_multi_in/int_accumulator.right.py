"""
says: the twin of int_accumulator, repaired
kind: right
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError
    Y = torch.zeros_like(corr2d(X[0], K[0]))
    for x, k in zip(X, K):
        Y += corr2d(x, k)
    return Y
