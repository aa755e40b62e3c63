"""
says: PyTorch's own bias argument, unbatched
kind: right
"""
def conv_layer(X, K, b):
    return nn.functional.conv2d(X, K, bias=b)
