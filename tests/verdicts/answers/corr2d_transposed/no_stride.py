"""
says: The stamps are put one pixel apart: i and j are not multiplied by the stride (right for stride 1 only)
kind: wrong
repair: slice line, as in the twin
lines: 12
crashes: no
"""
def corr2d_transposed(X, K, stride=1):
    h, w = K.shape
    big = torch.zeros((X.shape[0] - 1) * stride + h, (X.shape[1] - 1) * stride + w)
    for (i, j) in torch.cartesian_prod(torch.arange(X.shape[0]), torch.arange(X.shape[1])).tolist():
        big[i:i + h, j:j + w] += X[i, j] * K
    return big
