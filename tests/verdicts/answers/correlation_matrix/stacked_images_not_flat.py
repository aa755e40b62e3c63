"""
says: forgets to read each image off as one row
kind: wrong
repair: flatten
lines: 16
crashes: no
"""
def correlation_matrix(K, image_shape):
    (H, W), (h, w) = image_shape, K.shape
    if h > H or w > W:
        raise ValueError("K does not fit")
    T = torch.zeros((H - h + 1) * (W - w + 1), H, W)
    for n in range(len(T)):
        i, j = n // (W - w + 1), n % (W - w + 1)
        T[n, i:i + h, j:j + w] = K
    return T
