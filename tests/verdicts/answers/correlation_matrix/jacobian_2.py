"""
says: right, by jacobian
kind: right
"""
def correlation_matrix(K, image_shape):
    H, W = image_shape
    if K.shape[0] > H or K.shape[1] > W:
        raise ValueError("no place")
    J = torch.autograd.functional.jacobian(lambda v: corr2d(v.reshape(H, W), K).flatten(), torch.zeros(H * W))
    return J
