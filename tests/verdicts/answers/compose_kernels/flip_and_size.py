"""
says: correlates instead of convolving, padded by one less
kind: wrong
repair: both mended
lines: 12, 13
crashes: yes
cause: the kernel may not fit
mistakes: 2
"""
def compose_kernels(K1, K2):
    h, w = K2.shape
    padded = nn.functional.pad(K1, (w - 2, w - 2, h - 2, h - 2))
    return corr2d(padded, K2)
