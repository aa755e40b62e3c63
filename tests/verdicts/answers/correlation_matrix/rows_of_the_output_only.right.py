"""
says: goes on by one number per output, also at the end of an image row; repaired: jump by the width of the image
kind: right
"""
def correlation_matrix(K, image_shape):
    H, W = image_shape
    h, w = K.shape
    if h > H or w > W:
        raise ValueError("K does not fit")
    n, m = H - h + 1, W - w + 1
    laid = torch.zeros(H, W)
    laid[:h, :w] = K
    first = laid.flatten()
    return torch.stack([first.roll(row // m * W + row % m) for row in range(n * m)])
