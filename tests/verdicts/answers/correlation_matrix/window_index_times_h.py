"""
says: the row's number is i * W + j, of the image, not of the output
kind: wrong
repair: of the output
lines: 20
crashes: yes
cause: a row beyond the last
"""
def correlation_matrix(K, image_shape):
    H, W = image_shape
    h, w = K.shape
    if h > H or w > W:
        raise ValueError("K does not fit")
    rows, cols = H - h + 1, W - w + 1
    T = torch.zeros(rows * cols, H * W)
    for i in range(rows):
        for j in range(cols):
            for a in range(h):
                for b in range(w):
                    T[i * W + j, (i + a) * W + j + b] = K[a, b]
    return T
