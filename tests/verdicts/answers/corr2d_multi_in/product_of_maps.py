"""
says: multiplies the maps
kind: wrong
repair: adds them
lines: 12
crashes: no
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels do not match")
    maps = torch.stack([corr2d(x, k) for x, k in zip(X, K)])
    return maps.prod(0)
