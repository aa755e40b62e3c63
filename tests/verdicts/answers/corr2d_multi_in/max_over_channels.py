"""
says: takes the largest over the channels
kind: wrong
repair: the sum
lines: 12
crashes: no
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("different numbers of channels")
    maps = torch.stack([corr2d(x, k) for x, k in zip(X, K)])
    return maps.max(dim=0).values
