"""
says: pads K1 by its own size minus 1
kind: wrong
repair: by K2's
lines: 10
crashes: yes
cause: K2 may not fit in the padded K1
"""
def compose_kernels(K1, K2):
    h, w = K1.shape
    padded = nn.functional.pad(K1, (w - 1, w - 1, h - 1, h - 1))
    return corr2d(padded, K2.flip(0, 1))
