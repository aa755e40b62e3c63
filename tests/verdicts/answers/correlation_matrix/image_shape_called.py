"""
says: image_shape(0)
kind: wrong
repair: brackets
lines: 10
crashes: yes
cause: a tuple is no function
"""
def correlation_matrix(K, image_shape):
    H, W = image_shape(0), image_shape(1)
    h, w = K.shape
    if h > H or w > W:
        raise ValueError("K does not fit")
    T = torch.zeros((H - h + 1) * (W - w + 1), H * W)
    for r in range(T.shape[0]):
        i, j = divmod(r, W - w + 1)
        for a in range(h):
            T[r, (i + a) * W + j:(i + a) * W + j + w] = K[a]
    return T
