"""
says: the twin of sums_groups, repaired
kind: right
"""
def corr2d_grouped(X, K, groups=1):
    if X.shape[0] % groups or K.shape[0] % groups or K.shape[1] != X.shape[0] // groups:
        raise ValueError("channels")
    out = []
    for x, k in zip(X.chunk(groups), K.chunk(groups)):
        out.append(nn.functional.conv2d(x[None], k)[0])
    return torch.cat(out)
