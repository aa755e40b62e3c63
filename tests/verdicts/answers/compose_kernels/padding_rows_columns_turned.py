"""
says: gives pad the rows first
kind: wrong
repair: columns first
lines: 11
crashes: yes
cause: K2 may not fit
"""
def compose_kernels(K1, K2):
    h, w = K2.shape
    padded = nn.functional.pad(K1, (h - 1, h - 1, w - 1, w - 1))
    return corr2d(padded, K2.flip(0, 1))
