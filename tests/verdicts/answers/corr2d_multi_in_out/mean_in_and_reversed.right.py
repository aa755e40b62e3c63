"""
says: the twin of mean_in_and_reversed, repaired
kind: right
"""
def corr2d_multi_in_out(X, K):
    maps = []
    for k in K:
        maps.append(sum(corr2d(x, kk) for x, kk in zip(X, k)))
    return torch.stack(maps)
