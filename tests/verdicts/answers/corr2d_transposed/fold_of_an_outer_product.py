"""
says: every stamp as a column, then nn.functional.fold
kind: right
"""
def corr2d_transposed(X, K, stride=1):
    size = tuple((n - 1) * stride + k for n, k in zip(X.shape, K.shape))
    stamps = torch.outer(K.reshape(-1), X.reshape(-1))
    return nn.functional.fold(stamps[None], size, tuple(K.shape), stride=stride)[0, 0]
