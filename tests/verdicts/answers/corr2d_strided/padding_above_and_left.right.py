"""
says: pads above and left only; repaired: on all sides
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    p, q = padding
    H, W = X.shape
    frame = torch.zeros(H + 2 * p, W + 2 * q)
    frame[p:p + H, q:q + W] = X
    return corr2d(frame, K)[::stride[0], ::stride[1]]
