"""
says: the twin of t_times_image, repaired
kind: right
"""
def corr2d_matmul(X, K):
    (H, W), (h, w) = X.shape, K.shape
    if h > H or w > W:
        raise ValueError("K does not fit")
    rows = []
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            rows.append(nn.functional.pad(K, (j, W - w - j, i, H - h - i)).flatten())
    return (torch.stack(rows) @ X.flatten()).reshape(H - h + 1, W - w + 1)
