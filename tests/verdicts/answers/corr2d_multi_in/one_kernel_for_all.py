"""
says: lets a single kernel channel count for all channels, as broadcasting does
kind: wrong
repair: refuse that, too
lines: 9
crashes: no
"""
def corr2d_multi_in(X, K):
    if K.shape[0] not in (1, X.shape[0]):
        raise ValueError("channels do not match")
    K = K.expand(X.shape[0], -1, -1)
    return torch.stack([corr2d(x, k) for x, k in zip(X, K)]).sum(0)
