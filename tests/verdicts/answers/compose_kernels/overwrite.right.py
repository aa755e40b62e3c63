"""
says: the twin of overwrite, repaired
kind: right
"""
def compose_kernels(K1, K2):
    h1, w1 = K1.shape
    h2, w2 = K2.shape
    out = torch.zeros(h1 + h2 - 1, w1 + w2 - 1)
    for i in range(h1):
        for j in range(w1):
            out[i : i + h2, j : j + w2] += K1[i, j] * K2
    return out
