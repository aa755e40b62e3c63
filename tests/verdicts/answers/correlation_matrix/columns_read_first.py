"""
says: reads images off column by column, as MATLAB's (:) does
kind: wrong
repair: row by row
lines: 17
crashes: no
"""
def correlation_matrix(K, image_shape):
    (H, W), (h, w) = image_shape, K.shape
    if h > H or w > W:
        raise ValueError("K does not fit")
    rows = []
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            image = torch.zeros(H, W)
            image[i:i + h, j:j + w] = K
            rows.append(image.t().flatten())
    return torch.stack(rows)
