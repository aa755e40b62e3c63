"""
says: the twin of not_back, repaired
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    last = X.permute(1, 2, 0)
    mixed = last @ K[:, :, 0, 0].T
    return mixed.permute(2, 0, 1)
