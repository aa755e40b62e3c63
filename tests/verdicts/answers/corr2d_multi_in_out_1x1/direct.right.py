"""
says: the twin of direct, repaired
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    return (K[:, :, 0, 0] @ X.flatten(1)).unflatten(1, X.shape[1:])
