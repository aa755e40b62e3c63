"""
says: the twin of chunk, repaired
kind: right
"""
def corr2d_grouped(X, K, groups=1):
    if X.shape[0] % groups or K.shape[0] % groups or K.shape[1] != X.shape[0] // groups:
        raise ValueError("groups")
    xs, ks = X.chunk(groups, 0), K.chunk(groups, 0)
    conv = lambda x, k: nn.functional.conv2d(x.unsqueeze(0), k).squeeze(0)
    return torch.cat([conv(x, k) for x, k in zip(xs, ks)])
