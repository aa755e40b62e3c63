"""
says: the twin of generator, repaired
kind: right
"""
def corr2d_multi_in_out(X, K):
    return torch.stack([corr2d_multi_in(X, K[o]) for o in range(len(K))])
