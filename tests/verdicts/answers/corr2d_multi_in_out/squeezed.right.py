"""
says: squeezes the result; repaired: keep three axes
kind: right
"""
def corr2d_multi_in_out(X, K):
    Y = nn.functional.conv2d(X[None], K)
    return Y.squeeze(0)
