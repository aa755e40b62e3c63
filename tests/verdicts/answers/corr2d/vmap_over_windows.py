"""
says: torch.vmap over the unfolded windows, with prints
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("X and K must be 2-D")
    if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("K does not fit in X")
    print("image", tuple(X.shape), "kernel", tuple(K.shape))
    windows = X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1)
    flat = windows.reshape(-1, *K.shape)
    return torch.vmap(lambda window: (window * K).sum())(flat).reshape(windows.shape[:2])
