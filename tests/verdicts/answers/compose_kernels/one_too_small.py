"""
says: h1 + h2 - 2 rows in the result
kind: wrong
repair: h1 + h2 - 1
lines: 11
crashes: yes
cause: the last stamps hang over the edge
"""
def compose_kernels(K1, K2):
    (h1, w1), (h2, w2) = K1.shape, K2.shape
    K = torch.zeros(h1 + h2 - 2, w1 + w2 - 2)
    for i in range(h1):
        for j in range(w1):
            K[i:i + h2, j:j + w2] += K1[i, j] * K2
    return K
