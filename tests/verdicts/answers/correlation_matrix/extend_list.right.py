"""
says: the twin of extend_list, repaired
kind: right
"""
def correlation_matrix(K, image_shape):
    H, W = image_shape
    h, w = K.shape
    if H < h or W < w:
        raise ValueError("K does not fit in the image")
    rows = []
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            page = torch.zeros(H, W)
            page[i:i + h, j:j + w] = K
            rows.append(page.flatten())
    return torch.stack(rows)
