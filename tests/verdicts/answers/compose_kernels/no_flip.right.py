"""
says: the twin of no_flip, repaired
kind: right
"""
def compose_kernels(K1, K2):
    h, w = K2.shape
    big = nn.functional.pad(K1, (w - 1, w - 1, h - 1, h - 1))
    return corr2d(big, K2.flip(0, 1))
