"""
says: returns the maps one behind the other
kind: wrong
repair: their sum
lines: 12
crashes: no
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels do not match")
    maps = [corr2d(x, k) for x, k in zip(X, K)]
    return torch.stack(maps)
