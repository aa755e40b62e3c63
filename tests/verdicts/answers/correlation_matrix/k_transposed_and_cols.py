"""
says: K transposed, and rows of the image as long as it is high
kind: wrong
repair: both mended
lines: 20
crashes: yes
cause: K.T has another shape
mistakes: 2
"""
def correlation_matrix(K, image_shape):
    H, W = image_shape
    h, w = K.shape
    if h > H or w > W:
        raise ValueError("K does not fit")
    T = torch.zeros((H - h + 1) * (W - w + 1), H * W)
    for r in range(T.shape[0]):
        i, j = divmod(r, W - w + 1)
        for a in range(h):
            for b in range(w):
                T[r, (i + a) * H + j + b] = K.T[a, b]
    return T
