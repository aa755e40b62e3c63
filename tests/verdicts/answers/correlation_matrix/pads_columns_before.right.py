"""
says: the twin of pads_columns_before, repaired
kind: right
"""
def correlation_matrix(K, image_shape):
    H, W = image_shape
    h, w = K.shape
    if h > H or w > W:
        raise ValueError("K does not fit")
    rows = []
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            laid = nn.functional.pad(K, (j, W - w - j, i, H - h - i))
            rows.append(laid.flatten())
    return torch.stack(rows)
