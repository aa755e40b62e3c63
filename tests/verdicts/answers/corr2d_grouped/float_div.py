"""
says: c_in / groups is a float even if it divides evenly, and slices want ints: TypeError
kind: wrong
repair: size line, as in the twin
lines: 12
crashes: yes
cause: what it says
"""
def corr2d_grouped(X, K, groups=1):
    if X.shape[0] % groups or K.shape[0] % groups or K.shape[1] != X.shape[0] // groups:
        raise ValueError("no")
    a, b = X.shape[0] / groups, K.shape[0] / groups
    parts = []
    for g in range(groups):
        parts.append(nn.functional.conv2d(X[g * a : (g + 1) * a][None], K[g * b : (g + 1) * b])[0])
    return torch.cat(parts)
