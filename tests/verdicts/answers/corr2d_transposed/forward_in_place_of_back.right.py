"""
says: thinks the way back is a correlation, with a stride; repaired: conv_transpose2d
kind: right
"""
def corr2d_transposed(X, K, stride=1):
    X, K = X[None, None], K[None, None]
    return nn.functional.conv_transpose2d(X, K, stride=stride)[0, 0]
