"""
says: the twin of einsum_keeps_c, repaired
kind: right
"""
def corr2d_multi_in_out(X, K):
    windows = X.unfold(1, K.shape[2], 1).unfold(2, K.shape[3], 1)
    return torch.einsum("crsij,ocij->ors", windows, K)
