"""
says: lays the kernel flipped, as a textbook's Toeplitz matrix has it; repaired: as it is
kind: right
"""
def correlation_matrix(K, image_shape):
    (H, W), (h, w) = image_shape, K.shape
    if h > H or w > W:
        raise ValueError("K does not fit")
    T = torch.zeros(H - h + 1, W - w + 1, H, W)
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            T[i, j, i:i + h, j:j + w] = K
    return T.flatten(2).flatten(0, 1)
