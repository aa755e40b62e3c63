"""
says: torch.sum of a list of tensors
kind: wrong
repair: the built-in sum
lines: 12
crashes: yes
cause: torch.sum takes a tensor
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels")
    return torch.sum([corr2d(x, k) for x, k in zip(X, K)])
