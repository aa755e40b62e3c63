"""
says: the twin of mean_and_last_axis, repaired
kind: right
"""
def corr2d_multi_in_out(X, K):
    maps = [corr2d_multi_in(X, k) for k in K]
    return torch.stack(maps)
