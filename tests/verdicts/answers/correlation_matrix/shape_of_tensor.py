"""
says: reads image_shape.shape
kind: wrong
repair: the pair itself
lines: 10
crashes: yes
cause: a tuple has no shape
"""
def correlation_matrix(K, image_shape):
    H, W = image_shape.shape
    h, w = K.shape
    if h > H or w > W:
        raise ValueError("K does not fit")
    eye = torch.eye(H * W).reshape(H * W, 1, H, W)
    return nn.functional.conv2d(eye, K[None, None].float()).reshape(H * W, -1).T
