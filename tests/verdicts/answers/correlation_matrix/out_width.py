"""
says: The row of T is i * W + j, but the output is only W - w + 1 wide: rows of zeros in between and then an index out of range
kind: wrong
repair: row line, as in the twin
lines: 20
crashes: yes
cause: what it says
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
            row = i * W + j
            T[row] = stamp.flatten()
    return T
