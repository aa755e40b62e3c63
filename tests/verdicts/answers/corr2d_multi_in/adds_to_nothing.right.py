"""
says: adds to a result that starts as None; repaired: start with 0
kind: right
"""
def corr2d_multi_in(X, K):
    if len(X) != len(K):
        raise ValueError(f"{len(X)} channels and {len(K)} kernels")
    Y = 0
    for x, k in zip(X, K):
        Y = Y + corr2d(x, k)
    return Y
