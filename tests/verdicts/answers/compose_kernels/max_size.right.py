"""
says: the twin of max_size, repaired
kind: right
"""
def compose_kernels(K1, K2):
    (h1, w1), (h2, w2) = K1.shape, K2.shape
    K = torch.zeros(h1 + h2 - 1, w1 + w2 - 1)
    for i in range(h1):
        for j in range(w1):
            for m in range(h2):
                for n in range(w2):
                    K[i + m, j + n] += K1[i, j] * K2[m, n]
    return K
