"""
says: the twin of stack_last, repaired
kind: right
"""
def corr2d_multi_in_out(X, K):
    maps = [corr2d_multi_in(X, k) for k in K]
    return torch.stack(maps, dim=0)
