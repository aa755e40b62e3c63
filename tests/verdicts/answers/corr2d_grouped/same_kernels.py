"""
says: every group uses the first group's kernels
kind: wrong
repair: its own
lines: 13
crashes: no
"""
def corr2d_grouped(X, K, groups=1):
    ci, co = X.shape[0], K.shape[0]
    if ci % groups or co % groups or K.shape[1] != ci // groups:
        raise ValueError("channels")
    n, m = co // groups, ci // groups
    return torch.cat([nn.functional.conv2d(X[g * m:(g + 1) * m][None], K[:n])[0] for g in range(groups)])
