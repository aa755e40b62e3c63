"""
says: checks, then hands over to corr2d
kind: right
"""
def corr2d_fixed(X, K):
    if X.dim() != 2 or K.dim() != 2 or X.shape[0] < K.shape[0] or X.shape[1] < K.shape[1]:
        raise ValueError("no place for this kernel")
    return corr2d(X, K)
