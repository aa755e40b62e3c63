"""
says: all products at once, then a sum over the inputs
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    return (K * X[None]).sum(1) if K.shape[2:] == (1, 1) else None
