"""
says: the twin of wrong_dim, repaired
kind: right
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError(f"{X.shape[0]} channels in X, {K.shape[0]} in K")
    outs = []
    for x, k in zip(X, K):
        outs.append(corr2d(x, k))
    return torch.stack(outs).sum(0)
