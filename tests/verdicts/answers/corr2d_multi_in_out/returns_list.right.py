"""
says: the twin of returns_list, repaired
kind: right
"""
def corr2d_multi_in_out(X, K):
    return torch.stack([corr2d_multi_in(X, k) for k in K])
