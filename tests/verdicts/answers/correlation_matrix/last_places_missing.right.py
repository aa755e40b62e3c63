"""
says: H - h rows and W - w columns of places, and no check for wide kernels; repaired: + 1, and both checks
kind: right
"""
def correlation_matrix(K, image_shape):
    (H, W), (h, w) = image_shape, K.shape
    if h > H or w > W:
        raise ValueError("K does not fit")
    places = [(i, j) for i in range(H - h + 1) for j in range(W - w + 1)]
    T = torch.zeros(len(places), H, W)
    for row, (i, j) in zip(T, places):
        row[i:i + h, j:j + w] = K
    return T.reshape(len(places), H * W)
