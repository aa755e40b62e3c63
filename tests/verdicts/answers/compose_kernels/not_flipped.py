"""
says: pads K1 and correlates with K2 as it is
kind: wrong
repair: flip K2
lines: 11
crashes: no
"""
def compose_kernels(K1, K2):
    h, w = K2.shape
    padded = nn.functional.pad(K1, (w - 1, w - 1, h - 1, h - 1))
    return corr2d(padded, K2)
