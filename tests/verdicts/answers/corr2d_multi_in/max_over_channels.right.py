"""
says: the twin of max_over_channels, repaired
kind: right
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("different numbers of channels")
    maps = torch.stack([corr2d(x, k) for x, k in zip(X, K)])
    return maps.sum(dim=0)
