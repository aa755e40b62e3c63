"""
says: averages over channels through a mean of products
kind: wrong
repair: sums
lines: 9
crashes: no
"""
def corr2d_multi_in_out_1x1(X, K):
    return (K[:, :, 0, 0, None, None] * X[None]).mean(1)
