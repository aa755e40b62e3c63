"""
says: writes the padded image into X's own memory
kind: wrong
repair: a new one
lines: 11
crashes: no
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    p, q = padding
    H, W = X.shape
    P = torch.zeros(H + p, W + q)
    P[p:p + H, q:q + W] = X
    return corr2d(P, K)[::stride[0], ::stride[1]]
