"""
says: The check compares the numbers of entries, not rows and columns: a 1 x 5 kernel passes for a 4 x 4 image and fails later with another error
kind: wrong
repair: the if, as in the twin
lines: 11
crashes: no
"""
def correlation_matrix(K, image_shape):
    H, W = image_shape
    h, w = K.shape
    if K.numel() > H * W:
        raise ValueError("kernel too large")
    T = torch.zeros(H - h + 1, W - w + 1, H, W)
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            T[i, j, i : i + h, j : j + w] = K
    return T.flatten(2).flatten(0, 1)
