"""
says: torch.sum of a Python list
kind: wrong
repair: stack the maps first
lines: 13
crashes: yes
cause: torch.sum takes a tensor
"""
def corr2d_multi_in(X, K):
    if X.size(0) != K.size(0):
        raise ValueError("different numbers of channels")
    maps = [corr2d(X[c], K[c]) for c in range(X.size(0))]
    return torch.sum(maps, dim=0)
