"""
says: the twin of reversed_order, repaired
kind: right
"""
def corr2d_multi_in_out(X, K):
    maps = []
    for k in K:
        maps.append(corr2d_multi_in(X, k))
    return torch.stack(maps)
