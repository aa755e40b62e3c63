"""
says: the twin of stride_to_conv, repaired
kind: right
"""
def corr2d_transposed(X, K, stride=1):
    return nn.functional.conv_transpose2d(X[None, None], K[None, None], stride=stride)[0, 0]
