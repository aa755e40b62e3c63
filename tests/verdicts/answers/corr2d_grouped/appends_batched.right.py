"""
says: the twin of appends_batched, repaired
kind: right
"""
def corr2d_grouped(X, K, groups=1):
    ci, co = X.shape[0], K.shape[0]
    if ci % groups or co % groups or K.shape[1] != ci // groups:
        raise ValueError("channels")
    parts = [nn.functional.conv2d(x[None], k) for x, k in zip(X.chunk(groups), K.chunk(groups))]
    return torch.cat(parts, 1)[0]
