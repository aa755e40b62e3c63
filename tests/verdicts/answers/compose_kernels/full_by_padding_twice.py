"""
says: pads both sides by the full size of K2
kind: wrong
repair: size minus 1
lines: 10
crashes: no
"""
def compose_kernels(K1, K2):
    h, w = K2.shape
    padded = nn.functional.pad(K1, (w, w, h, h))
    return corr2d(padded, K2.flip(0, 1))
