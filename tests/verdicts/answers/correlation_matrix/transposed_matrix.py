"""
says: one column for each output
kind: wrong
repair: one row
lines: 17
crashes: no
"""
def correlation_matrix(K, image_shape):
    (H, W), (h, w) = image_shape, K.shape
    if h > H or w > W:
        raise ValueError("K does not fit")
    lines = []
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            laid = nn.functional.pad(K, (j, W - w - j, i, H - h - i))
            lines.append(laid.flatten())
    return torch.stack(lines, dim=1)
