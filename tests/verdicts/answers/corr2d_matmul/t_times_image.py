"""
says: T @ X without reading X off
kind: wrong
repair: flattened
lines: 17
crashes: yes
cause: T has as many columns as pixels
"""
def corr2d_matmul(X, K):
    (H, W), (h, w) = X.shape, K.shape
    if h > H or w > W:
        raise ValueError("K does not fit")
    rows = []
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            rows.append(nn.functional.pad(K, (j, W - w - j, i, H - h - i)).flatten())
    return (torch.stack(rows) @ X).reshape(H - h + 1, W - w + 1)
