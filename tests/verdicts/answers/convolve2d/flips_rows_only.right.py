"""
says: the twin of flips_rows_only, repaired
kind: right
"""
def convolve2d(X, K):
    return corr2d(X, torch.flip(K, [0, 1]))
