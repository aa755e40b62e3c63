"""
says: the twin of mixed_dtype, repaired
kind: right
"""
def corr2d_multi_in(X, K):
    if X.size(0) != K.size(0):
        raise ValueError("number of channels differs")
    return nn.functional.conv2d(X[None], K[None].to(X.dtype))[0, 0]
