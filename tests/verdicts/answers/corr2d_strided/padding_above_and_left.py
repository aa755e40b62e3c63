"""
says: pads above and left only
kind: wrong
repair: on all sides
lines: 11
crashes: no
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    p, q = padding
    H, W = X.shape
    frame = torch.zeros(H + p, W + q)
    frame[p:p + H, q:q + W] = X
    return corr2d(frame, K)[::stride[0], ::stride[1]]
