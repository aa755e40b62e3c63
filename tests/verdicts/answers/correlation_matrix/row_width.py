"""
says: A pixel's place in the flattened image is row * W + column; here it is row * H + column: right for square images only
kind: wrong
repair: the T[...] line, as in the twin
lines: 20
crashes: yes
cause: what it says
"""
def correlation_matrix(K, image_shape):
    H, W = image_shape
    h, w = K.shape
    if h > H or w > W:
        raise ValueError("K does not fit")
    T = torch.zeros((H - h + 1) * (W - w + 1), H * W)
    n = 0
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            for a in range(h):
                for b in range(w):
                    T[n, (i + a) * H + j + b] = K[a, b]
            n += 1
    return T
