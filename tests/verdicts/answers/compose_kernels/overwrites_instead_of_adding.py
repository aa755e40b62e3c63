"""
says: sets products instead of adding them up
kind: wrong
repair: adds
lines: 13
crashes: no
"""
def compose_kernels(K1, K2):
    (a, b), (c, d) = K1.shape, K2.shape
    out = torch.zeros(a + c - 1, b + d - 1)
    for i in range(a):
        for j in range(b):
            out[i:i + c, j:j + d] = K1[i, j] * K2
    return out
