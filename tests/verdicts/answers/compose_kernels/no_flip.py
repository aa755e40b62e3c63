"""
says: Pads K1 and correlates it with K2 as it is; the formula has minus signs, K2 must be flipped
kind: wrong
repair: return, as in the twin
lines: 11
crashes: no
"""
def compose_kernels(K1, K2):
    h, w = K2.shape
    big = nn.functional.pad(K1, (w - 1, w - 1, h - 1, h - 1))
    return corr2d(big, K2)
