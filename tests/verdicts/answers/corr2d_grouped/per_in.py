"""
says: The block number is o // (c_in // groups), with the inputs per group; it is the outputs per group that count: right for c_in = c_out only
kind: wrong
repair: g line, as in the twin
lines: 16
crashes: yes
cause: what it says
"""
def corr2d_grouped(X, K, groups=1):
    n_in, n_out = len(X), len(K)
    if n_in % groups != 0 or n_out % groups != 0 or K.shape[1] * groups != n_in:
        raise ValueError("groups and channels do not fit")
    per = n_in // groups
    Y = []
    for o in range(n_out):
        g = o // per
        block = X[g * per : (g + 1) * per]
        Y.append(torch.stack([corr2d(x, k) for x, k in zip(block, K[o], strict=True)]).sum(0))
    return torch.stack(Y)
