"""
says: the twin of group_size_one, repaired
kind: right
"""
def corr2d_grouped(X, K, groups=1):
    if X.shape[0] % groups or K.shape[0] % groups or K.shape[1] != X.shape[0] // groups:
        raise ValueError("channels")
    xs, ks = X.chunk(groups), K.chunk(groups)
    return torch.cat([nn.functional.conv2d(x[None], k)[0] for x, k in zip(xs, ks)])
