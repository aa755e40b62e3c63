"""
says: the twin of interleaved, repaired
kind: right
"""
def corr2d_grouped(X, K, groups=1):
    ci, co = X.shape[0], K.shape[0]
    if ci % groups or co % groups or K.shape[1] != ci // groups:
        raise ValueError("channels")
    n = co // groups
    m = ci // groups
    parts = [nn.functional.conv2d(X[g * m:(g + 1) * m][None], K[g * n:(g + 1) * n])[0] for g in range(groups)]
    return torch.cat(parts)
