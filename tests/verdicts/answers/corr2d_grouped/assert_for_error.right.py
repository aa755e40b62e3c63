"""
says: the twin of assert_for_error, repaired
kind: right
"""
def corr2d_grouped(X, K, groups=1):
    if X.shape[0] % groups or K.shape[0] % groups or K.shape[1] != X.shape[0] // groups:
        raise ValueError("channels")
    return nn.functional.conv2d(X[None], K, groups=groups)[0]
