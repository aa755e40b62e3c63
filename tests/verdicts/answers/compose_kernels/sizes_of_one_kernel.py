"""
says: stamps with the size of the kernel that gives the weight
kind: wrong
repair: of the one that is stamped
lines: 15
crashes: yes
cause: the place for the stamp has the other kernel's size
"""
def compose_kernels(K1, K2):
    h1, w1 = K1.shape
    h2, w2 = K2.shape
    K = torch.zeros(h1 + h2 - 1, w1 + w2 - 1)
    for i in range(h1):
        for j in range(w1):
            K[i:i + h1, j:j + w1] += K1[i, j] * K2
    return K
