"""
says: turns the kernel by 90 degrees once
kind: wrong
repair: twice
lines: 9
crashes: no
"""
def convolve2d(X, K):
    return corr2d(X, torch.rot90(K, 1))
