"""
says: as_strided with the image's own strides
kind: right
"""
def corr2d_matmul(X, K):
    (H, W), (h, w) = X.shape, K.shape
    if h > H or w > W:
        raise ValueError("K does not fit in X")
    s, t = X.stride()
    windows = X.as_strided((H - h + 1, W - w + 1, h, w), (s, t, s, t), X.storage_offset())
    return windows.flatten(2) @ K.flatten()
