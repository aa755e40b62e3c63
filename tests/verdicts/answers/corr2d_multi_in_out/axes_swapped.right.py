"""
says: the twin of axes_swapped, repaired
kind: right
"""
def corr2d_multi_in_out(X, K):
    W = K
    return nn.functional.conv2d(X[None], W)[0]
