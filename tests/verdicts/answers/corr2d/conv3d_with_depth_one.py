"""
says: a 3-D convolution of depth one
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("X and K must be 2-D")
    if K.size(0) > X.size(0) or K.size(1) > X.size(1):
        raise ValueError("K does not fit in X")
    X, K = X.double(), K.double()
    return nn.functional.conv3d(X[None, None, None], K[None, None, None])[0, 0, 0]
