"""
says: The result is made as large as the larger kernel; its size is h1 + h2 - 1, so an index runs out of range
kind: wrong
repair: K line, as in the twin
lines: 11
crashes: yes
cause: what it says
"""
def compose_kernels(K1, K2):
    (h1, w1), (h2, w2) = K1.shape, K2.shape
    K = torch.zeros(max(h1, h2), max(w1, w2))
    for i in range(h1):
        for j in range(w1):
            for m in range(h2):
                for n in range(w2):
                    K[i + m, j + n] += K1[i, j] * K2[m, n]
    return K
