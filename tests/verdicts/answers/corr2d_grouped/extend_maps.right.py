"""
says: the twin of extend_maps, repaired
kind: right
"""
def corr2d_grouped(X, K, groups=1):
    if X.shape[0] % groups or K.shape[0] % groups or K.shape[1] != X.shape[0] // groups:
        raise ValueError("channels")
    maps = []
    for x, k in zip(X.chunk(groups), K.chunk(groups)):
        maps.extend(nn.functional.conv2d(x[None], k)[0])
    return torch.stack(maps)
