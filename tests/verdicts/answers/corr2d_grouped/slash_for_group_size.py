"""
says: c_in / groups
kind: wrong
repair: //
lines: 13
crashes: yes
cause: a float cannot cut a slice
"""
def corr2d_grouped(X, K, groups=1):
    c_in, c_out = X.shape[0], K.shape[0]
    if c_in % groups or c_out % groups or K.shape[1] != c_in // groups:
        raise ValueError("the channels do not fit")
    n, m = c_in / groups, c_out / groups
    parts = []
    for g in range(groups):
        x, k = X[g * n:(g + 1) * n], K[g * m:(g + 1) * m]
        parts.append(nn.functional.conv2d(x[None], k)[0])
    return torch.cat(parts)
