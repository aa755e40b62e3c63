"""
says: lays K with the padding on the left
kind: wrong
repair: on the right
lines: 16
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
            laid = nn.functional.pad(K, (W - w - j, j, i, H - h - i))
            rows.append(laid.flatten())
    return torch.stack(rows)
