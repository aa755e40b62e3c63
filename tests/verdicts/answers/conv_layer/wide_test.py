"""
says: Only reshapes b if adding it fails; where the width happens to be c_out adding does not fail and the biases go to the columns
kind: wrong
repair: the try, as in the twin
lines: 11
crashes: no
"""
def conv_layer(X, K, b):
    Y = nn.functional.conv2d(X[None], K)[0]
    try:
        return Y + b
    except RuntimeError:
        return Y + b.view(-1, 1, 1)
