"""
says: the twin of no_error, repaired
kind: right
"""
def correlation_matrix(K, image_shape):
    H, W = image_shape
    h, w = K.shape
    if h > H or w > W:
        raise ValueError("kernel too large")
    T = torch.zeros(H - h + 1, W - w + 1, H, W)
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            T[i, j, i : i + h, j : j + w] = K
    return T.flatten(2).flatten(0, 1)
