"""
says: the twin of one_row_only, repaired
kind: right
"""
def correlation_matrix(K, image_shape):
    (H, W), (h, w) = image_shape, K.shape
    if h > H or w > W:
        raise ValueError("K does not fit")
    T = torch.zeros((H - h + 1) * (W - w + 1), H * W)
    r = 0
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            image = torch.zeros(H, W)
            image[i:i + h, j:j + w] = K
            T[r] = image.flatten()
            r += 1
    return T
