"""
says: the twin of mean_and_no_check, repaired
kind: right
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels")
    maps = [corr2d(x, k) for x, k in zip(X, K)]
    return torch.stack(maps).sum(0)
