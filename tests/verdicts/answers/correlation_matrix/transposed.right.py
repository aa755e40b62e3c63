"""
says: the twin of transposed, repaired
kind: right
"""
def correlation_matrix(K, image_shape):
    H, W = image_shape
    h, w = K.shape
    if h > H or w > W:
        raise ValueError("does not fit")
    lines = []
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            lines.append(nn.functional.pad(K, (j, W - w - j, i, H - h - i)).reshape(-1))
    return torch.stack(lines, dim=0)
