"""
says: the twin of broadcast_one, repaired
kind: right
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("X and K have different numbers of channels")
    windows = X.unfold(1, K.shape[1], 1).unfold(2, K.shape[2], 1)
    return (windows * K[:, None, None]).sum(dim=(0, 3, 4))
