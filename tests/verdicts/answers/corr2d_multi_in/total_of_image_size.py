"""
says: adds maps to a total of the image's size
kind: wrong
repair: of the map's size
lines: 12
crashes: yes
cause: other sizes
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels")
    total = torch.zeros(X.shape[1], X.shape[2])
    for x, k in zip(X, K):
        total = total + corr2d(x, k)
    return total
