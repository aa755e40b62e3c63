"""
says: the twin of same_page, repaired
kind: right
"""
def correlation_matrix(K, image_shape):
    H, W = image_shape
    h, w = K.shape
    if H < h or W < w:
        raise ValueError("no")
    rows = []
    page = torch.zeros(H, W)
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            page = torch.zeros(H, W)
            page[i:i + h, j:j + w] = K
            rows.append(page.flatten().clone())
    return torch.stack(rows)
