"""
says: einsum leaves the input channels unsummed per output
kind: wrong
repair: sums them
lines: 10
crashes: no
"""
def corr2d_multi_in_out(X, K):
    windows = X.unfold(1, K.shape[2], 1).unfold(2, K.shape[3], 1)
    return torch.einsum("crsij,ocij->ocrs", windows, K)
