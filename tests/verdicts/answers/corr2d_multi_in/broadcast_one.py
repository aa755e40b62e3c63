"""
says: A tensor with one channel is broadcast against many: the check lets "just 1" pass, where a ValueError was asked for
kind: wrong
repair: the if, as in the twin
lines: 9
crashes: no
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0] and 1 not in (X.shape[0], K.shape[0]):
        raise ValueError("X and K have different numbers of channels")
    windows = X.unfold(1, K.shape[1], 1).unfold(2, K.shape[2], 1)
    return (windows * K[:, None, None]).sum(dim=(0, 3, 4))
