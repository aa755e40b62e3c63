"""
says: lays the flipped kernel
kind: wrong
repair: as it is
lines: 17
crashes: no
"""
def correlation_matrix(K, image_shape):
    H, W = image_shape
    h, w = K.shape
    if h > H or w > W:
        raise ValueError("K does not fit")
    rows = []
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            laid = torch.zeros(H, W)
            laid[i:i + h, j:j + w] = K.flip(0, 1)
            rows.append(laid.flatten())
    return torch.stack(rows)
