"""
says: takes "flipped" to mean transposed; repaired: flip both axes
kind: right
"""
def convolve2d(X, K):
    return corr2d(X, torch.flip(K, (0, 1)))
