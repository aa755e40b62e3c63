"""
says: takes image_shape for an image; repaired: unpack the pair
kind: right
"""
def correlation_matrix(K, image_shape):
    H, W = image_shape
    h, w = K.shape
    if h > H or w > W:
        raise ValueError("K does not fit")
    T = torch.zeros((H - h + 1) * (W - w + 1), H, W)
    for n in range(len(T)):
        i, j = divmod(n, W - w + 1)
        T[n, i:i + h, j:j + w] = K
    return T.flatten(1)
