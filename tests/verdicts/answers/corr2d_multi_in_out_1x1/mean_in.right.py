"""
says: the twin of mean_in, repaired
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    return (K[:, :, 0, 0, None, None] * X[None]).sum(1)
