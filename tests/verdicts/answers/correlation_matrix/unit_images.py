"""
says: right, by unit images
kind: right
"""
def correlation_matrix(K, image_shape):
    n = image_shape[0] * image_shape[1]
    return torch.stack([corr2d(e.reshape(tuple(image_shape)), K).flatten() for e in torch.eye(n)], 1)
