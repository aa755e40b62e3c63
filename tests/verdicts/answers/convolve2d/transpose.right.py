"""
says: the twin of transpose, repaired
kind: right
"""
def convolve2d(X, K):
    flipped = torch.rot90(K, 2)
    return corr2d(X, flipped)
