"""
says: sums the stacked maps over their rows
kind: wrong
repair: over channels
lines: 11
crashes: no
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("different numbers of channels")
    return torch.stack([corr2d(x, k) for x, k in zip(X, K)]).sum(1)
