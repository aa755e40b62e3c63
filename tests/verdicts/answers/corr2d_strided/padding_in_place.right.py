"""
says: the twin of padding_in_place, repaired
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    p, q = padding
    H, W = X.shape
    P = torch.zeros(H + 2 * p, W + 2 * q)
    P[p:p + H, q:q + W] = X
    return corr2d(P, K)[::stride[0], ::stride[1]]
