"""
says: Flips image and kernel: both flips together only turn the output around instead of flipping the kernel
kind: wrong
repair: last line, as in the twin
lines: 10
crashes: no
"""
def convolve2d(X, K):
    rot = lambda M: torch.rot90(M, 2)
    return corr2d(rot(X), rot(K))
