"""
says: PyTorch's unfold knows dilation
kind: right
"""
def corr2d_dilated(X, K, dilation=1):
    rows, columns = (n - dilation * (k - 1) for n, k in zip(X.shape, K.shape))
    if rows < 1 or columns < 1:
        raise ValueError("does not fit")
    U = nn.functional.unfold(X[None, None], tuple(K.shape), dilation=dilation)[0]
    return (K.reshape(-1) @ U).reshape(rows, columns)
