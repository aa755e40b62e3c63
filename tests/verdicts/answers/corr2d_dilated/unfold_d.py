"""
says: right, by unfold d
kind: right
"""
def corr2d_dilated(X, K, dilation=1):
    out = [n - dilation * (k - 1) for n, k in zip(X.shape, K.shape)]
    if min(out) < 1:
        raise ValueError(out)
    columns = nn.Unfold(tuple(K.shape), dilation=dilation)(X[None, None])
    return (K.reshape(1, -1) @ columns).reshape(out)
