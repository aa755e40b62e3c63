"""
says: the twin of kron, repaired
kind: right
"""
def compose_kernels(K1, K2):
    h, w = K2.shape
    return corr2d(nn.functional.pad(K1, (w - 1, w - 1, h - 1, h - 1)), K2.flip(0, 1))
