"""
says: collects the sums and makes a new tensor of them, torch.tensor(...)
kind: wrong
repair: torch.stack keeps the gradient
lines: 16
crashes: no
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("X and K must be 2-D")
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("K does not fit in X")
    n, m = X.shape[0] - h + 1, X.shape[1] - w + 1
    numbers = [(X[i:i + h, j:j + w] * K).sum() for i in range(n) for j in range(m)]
    return torch.tensor(numbers).reshape(n, m)
