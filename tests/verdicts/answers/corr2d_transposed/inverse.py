"""
says: Takes the transpose for the inverse and solves for it: torch.linalg.inv of a matrix that is not square (RuntimeError)
kind: wrong
repair: return line, as in the twin
lines: 13
crashes: yes
cause: what it says
"""
def corr2d_transposed(X, K, stride=1):
    shape = [(n - 1) * stride + k for n, k in zip(X.shape, K.shape)]
    pixels = torch.eye(shape[0] * shape[1]).reshape(-1, 1, *shape)
    T = nn.functional.conv2d(pixels, K[None, None], stride=stride).flatten(1).T
    return (torch.linalg.inv(T) @ X.flatten()).reshape(shape)
