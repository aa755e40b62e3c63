"""
says: a table of pixel numbers, then one product
kind: right
"""
def corr2d_matmul(X, K):
    (H, W), (h, w) = X.shape, K.shape
    if h > H or w > W:
        raise ValueError("K does not fit in X")
    pixels = torch.arange(H * W).reshape(H, W)
    table = pixels.unfold(0, h, 1).unfold(1, w, 1).flatten(2).flatten(0, 1)
    return (X.reshape(-1)[table] @ K.reshape(-1)).reshape(H - h + 1, W - w + 1)
