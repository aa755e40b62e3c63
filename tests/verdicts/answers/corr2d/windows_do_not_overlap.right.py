"""
says: moves the window by its own size, tile after tile; repaired: a step of one pixel
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("X and K must be 2-D")
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("K does not fit in X")
    tiles = X.unfold(0, h, 1).unfold(1, w, 1)
    return (tiles * K).sum((-1, -2))
