"""
says: the twin of pad_half, repaired
kind: right
"""
def compose_kernels(K1, K2):
    p, q = K2.shape[0] - 1, K2.shape[1] - 1
    return nn.functional.conv2d(K1[None, None], K2.rot90(2)[None, None], padding=(p, q))[0, 0]
