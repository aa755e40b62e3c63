"""
says: Takes the mean over the channels where the sum is meant
kind: wrong
repair: last line, as in the twin
lines: 12
crashes: no
"""
def corr2d_multi_in(X, K):
    if len(X) != len(K):
        raise ValueError("channels")
    maps = torch.stack([corr2d(X[c], K[c]) for c in range(len(X))])
    return maps.mean(dim=0)
