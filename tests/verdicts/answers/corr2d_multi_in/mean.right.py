"""
says: the twin of mean, repaired
kind: right
"""
def corr2d_multi_in(X, K):
    if len(X) != len(K):
        raise ValueError("channels")
    maps = torch.stack([corr2d(X[c], K[c]) for c in range(len(X))])
    return maps.sum(dim=0)
