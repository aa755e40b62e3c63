"""
says: the twin of transpose_of_t, repaired
kind: right
"""
def correlation_matrix(K, image_shape):
    H, W = image_shape
    h, w = K.shape
    if h > H or w > W:
        raise ValueError("K does not fit")
    eye = torch.eye(H * W).reshape(H * W, 1, H, W)
    return nn.functional.conv2d(eye, K[None, None]).reshape(H * W, -1).T
