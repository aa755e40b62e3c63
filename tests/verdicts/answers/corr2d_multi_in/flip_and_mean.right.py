"""
says: the twin of flip_and_mean, repaired
kind: right
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels")
    return torch.stack([corr2d(x, k) for x, k in zip(X, K)]).sum(0)
