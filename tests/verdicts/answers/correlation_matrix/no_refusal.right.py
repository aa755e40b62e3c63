"""
says: no check: an empty matrix for a kernel that does not fit; repaired: raise a ValueError
kind: right
"""
def correlation_matrix(K, image_shape):
    (H, W), (h, w) = image_shape, K.shape
    if h > H or w > W:
        raise ValueError("K does not fit")
    n, m = max(0, H - h + 1), max(0, W - w + 1)
    T = torch.zeros(n * m, H * W)
    for i in range(n):
        for j in range(m):
            for a in range(h):
                T[i * m + j, (i + a) * W + j:(i + a) * W + j + w] = K[a]
    return T
