"""
says: lets a single kernel channel count for all channels, as broadcasting does; repaired: refuse that, too
kind: right
"""
def corr2d_multi_in(X, K):
    if K.shape[0] != X.shape[0]:
        raise ValueError("channels do not match")
    K = K.expand(X.shape[0], -1, -1)
    return torch.stack([corr2d(x, k) for x, k in zip(X, K)]).sum(0)
