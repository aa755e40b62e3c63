"""
says: returns the result with the two axes that conv2d wanted; repaired: take the two axes off again
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("axes")
    if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("fit")
    number = torch.float64 if torch.float64 in (X.dtype, K.dtype) else torch.float32
    X4 = X.to(number).reshape(1, 1, *X.shape)
    K4 = K.to(number).reshape(1, 1, *K.shape)
    return nn.functional.conv2d(X4, K4)[0, 0]
