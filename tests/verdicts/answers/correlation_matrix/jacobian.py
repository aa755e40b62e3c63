"""
says: the Jacobian of a linear map
kind: right
"""
def correlation_matrix(K, image_shape):
    H, W = image_shape
    if H < K.shape[0] or W < K.shape[1]:
        raise ValueError("K does not fit")
    J = torch.autograd.functional.jacobian(lambda x: corr2d(x.reshape(H, W), K).flatten(), torch.zeros(H * W))
    return J
