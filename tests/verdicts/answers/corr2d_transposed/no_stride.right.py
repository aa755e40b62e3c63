"""
says: the twin of no_stride, repaired
kind: right
"""
def corr2d_transposed(X, K, stride=1):
    h, w = K.shape
    big = torch.zeros((X.shape[0] - 1) * stride + h, (X.shape[1] - 1) * stride + w)
    for (i, j) in torch.cartesian_prod(torch.arange(X.shape[0]), torch.arange(X.shape[1])).tolist():
        big[i * stride:i * stride + h, j * stride:j * stride + w] += X[i, j] * K
    return big
