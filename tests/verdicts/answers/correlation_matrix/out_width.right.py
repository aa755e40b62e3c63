"""
says: the twin of out_width, repaired
kind: right
"""
def correlation_matrix(K, image_shape):
    H, W = image_shape
    h, w = K.shape
    oh, ow = H - h + 1, W - w + 1
    if oh < 1 or ow < 1:
        raise ValueError("too large a kernel")
    T = torch.zeros(oh * ow, H * W)
    for i in range(oh):
        for j in range(ow):
            stamp = torch.zeros(H, W)
            stamp[i : i + h, j : j + w] = K
            row = i * ow + j
            T[row] = stamp.flatten()
    return T
