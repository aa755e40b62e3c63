"""
says: the twin of per_in, repaired
kind: right
"""
def corr2d_grouped(X, K, groups=1):
    n_in, n_out = len(X), len(K)
    if n_in % groups != 0 or n_out % groups != 0 or K.shape[1] * groups != n_in:
        raise ValueError("groups and channels do not fit")
    per = n_in // groups
    Y = []
    for o in range(n_out):
        g = o // (n_out // groups)
        block = X[g * per : (g + 1) * per]
        Y.append(torch.stack([corr2d(x, k) for x, k in zip(block, K[o], strict=True)]).sum(0))
    return torch.stack(Y)
