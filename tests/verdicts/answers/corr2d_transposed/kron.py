"""
says: right, by kron
kind: right
"""
def corr2d_transposed(X, K, stride=1):
    size = tuple((n - 1) * stride + k for n, k in zip(X.shape, K.shape))
    return nn.functional.fold(torch.outer(K.flatten(), X.flatten())[None], size, tuple(K.shape), stride=stride)[0, 0]
