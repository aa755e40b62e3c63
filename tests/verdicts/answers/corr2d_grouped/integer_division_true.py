"""
says: chunk sizes by /
kind: wrong
repair: //
lines: 13
crashes: yes
cause: a slice by floats
"""
def corr2d_grouped(X, K, groups=1):
    ci, co = X.shape[0], K.shape[0]
    if ci % groups or co % groups or K.shape[1] != ci // groups:
        raise ValueError("channels")
    m, n = ci / groups, co / groups
    return torch.cat([
        nn.functional.conv2d(X[g * m:(g + 1) * m][None], K[g * n:(g + 1) * n])[0] for g in range(groups)
    ])
