"""
says: a guard function and a lambda that is bound to the name
kind: right
"""
import warnings


def guard(X, K):
    if X.dim() != 2 or K.dim() != 2 or (torch.tensor(X.shape) < torch.tensor(K.shape)).any():
        raise ValueError(f"cannot slide {tuple(K.shape)} over {tuple(X.shape)}")
    warnings.warn("slow but sure")
    return True


corr2d = lambda X, K: guard(X, K) and torch.stack([
    torch.stack([torch.sum(X[i:i + K.shape[0], j:j + K.shape[1]] * K) for j in range(X.shape[1] - K.shape[1] + 1)])
    for i in range(X.shape[0] - K.shape[0] + 1)
])
