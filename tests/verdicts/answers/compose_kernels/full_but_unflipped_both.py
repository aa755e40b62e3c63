"""
says: flips both kernels before it stamps
kind: wrong
repair: neither flipped
lines: 10
crashes: no
"""
def compose_kernels(K1, K2):
    (h1, w1), (h2, w2) = K1.shape, K2.shape
    K1, K2 = K1.flip(0, 1), K2.flip(0, 1)
    K = torch.zeros(h1 + h2 - 1, w1 + w2 - 1)
    for i in range(h2):
        for j in range(w2):
            K[i:i + h1, j:j + w1] += K2[i, j] * K1
    return K
