"""
says: the twin of inverse, repaired
kind: right
"""
def corr2d_transposed(X, K, stride=1):
    shape = [(n - 1) * stride + k for n, k in zip(X.shape, K.shape)]
    pixels = torch.eye(shape[0] * shape[1]).reshape(-1, 1, *shape)
    T = nn.functional.conv2d(pixels, K[None, None], stride=stride).flatten(1).T
    return (T.T @ X.flatten()).reshape(shape)
