"""
says: moves the window by its own size, tile after tile
kind: wrong
repair: a step of one pixel
lines: 14
crashes: no
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("X and K must be 2-D")
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("K does not fit in X")
    tiles = X.unfold(0, h, h).unfold(1, w, w)
    return (tiles * K).sum((-1, -2))
