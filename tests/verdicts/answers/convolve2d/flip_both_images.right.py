"""
says: the twin of flip_both_images, repaired
kind: right
"""
def convolve2d(X, K):
    rot = lambda M: torch.rot90(M, 2)
    return corr2d(X, rot(K))
