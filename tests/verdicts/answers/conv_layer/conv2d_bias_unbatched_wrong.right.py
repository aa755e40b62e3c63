"""
says: the twin of conv2d_bias_unbatched_wrong, repaired
kind: right
"""
def conv_layer(X, K, b):
    return nn.functional.conv2d(X[None], K, bias=b)[0]
