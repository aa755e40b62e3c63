"""
says: adds to a result that starts as None
kind: wrong
repair: start with 0
lines: 12
crashes: yes
cause: None and a tensor cannot be added
"""
def corr2d_multi_in(X, K):
    if len(X) != len(K):
        raise ValueError(f"{len(X)} channels and {len(K)} kernels")
    Y = None
    for x, k in zip(X, K):
        Y = Y + corr2d(x, k)
    return Y
