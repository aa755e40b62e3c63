"""
says: what corr2d makes of each unit image is a column
kind: right
"""
def correlation_matrix(K, image_shape):
    H, W = image_shape
    if K.shape[0] > H or K.shape[1] > W:
        raise ValueError("K does not fit")
    units = torch.eye(H * W).reshape(-1, H, W)
    return torch.stack([corr2d(unit, K).flatten() for unit in units], dim=1)
