"""
says: the twin of rot_once, repaired
kind: right
"""
def convolve2d(X, K):
    return corr2d(X, torch.rot90(K, 2))
