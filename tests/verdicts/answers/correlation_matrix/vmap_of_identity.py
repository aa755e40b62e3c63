"""
says: each column is the response of one pixel
kind: right
"""
def correlation_matrix(K, image_shape):
    H, W = image_shape
    if K.shape[0] > H or K.shape[1] > W:
        raise ValueError("K does not fit in the image")
    return torch.stack([corr2d(pixel.reshape(H, W), K).flatten() for pixel in torch.eye(H * W)], dim=1)
