"""
says: the twin of wide_test, repaired
kind: right
"""
def conv_layer(X, K, b):
    Y = nn.functional.conv2d(X[None], K)[0]
    try:
        return Y + b.view(-1, 1, 1)
    except RuntimeError:
        return Y + b.view(-1, 1, 1)
