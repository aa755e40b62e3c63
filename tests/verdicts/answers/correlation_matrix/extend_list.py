"""
says: torch.tensor gets a list of tensors with more than one number: ValueError
kind: wrong
repair: last line needs stack, as in the twin
lines: 20
crashes: yes
cause: what it says
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
    return torch.tensor(rows)
