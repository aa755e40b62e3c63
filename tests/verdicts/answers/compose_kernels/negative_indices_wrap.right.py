"""
says: the formula as it stands, K2[m - i, n - j], with no look at the borders; repaired: skip what lies outside K2
kind: right
"""
def compose_kernels(K1, K2):
    (h1, w1), (h2, w2) = K1.shape, K2.shape
    K = torch.zeros(h1 + h2 - 1, w1 + w2 - 1)
    for m in range(K.shape[0]):
        for n in range(K.shape[1]):
            for i in range(h1):
                for j in range(w1):
                    if 0 <= m - i < h2 and 0 <= n - j < w2:
                        K[m, n] += K1[i, j] * K2[m - i, n - j]
    return K
