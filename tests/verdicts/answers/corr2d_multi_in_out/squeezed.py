"""
says: squeezes the result
kind: wrong
repair: keep three axes
lines: 10
crashes: no
"""
def corr2d_multi_in_out(X, K):
    Y = nn.functional.conv2d(X[None], K)
    return Y.squeeze()
