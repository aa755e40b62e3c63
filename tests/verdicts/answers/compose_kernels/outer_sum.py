"""
says: adds where it should multiply
kind: wrong
repair: the product
lines: 16
crashes: no
"""
def compose_kernels(K1, K2):
    h1, w1 = K1.shape
    h2, w2 = K2.shape
    K = torch.zeros(h1 + h2 - 1, w1 + w2 - 1)
    for a in range(h1):
        for b in range(w1):
            for c in range(h2):
                for d in range(w2):
                    K[a + c, b + d] += K1[a, b] + K2[c, d]
    return K
