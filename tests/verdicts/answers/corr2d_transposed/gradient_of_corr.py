"""
says: the gradient of the correlation with regard to its image
kind: right
"""
def corr2d_transposed(X, K, stride=1):
    H, W = ((n - 1) * stride + k for n, k in zip(X.shape, K.shape))
    image = torch.zeros(1, 1, H, W, dtype=X.dtype, requires_grad=True)
    with torch.enable_grad():
        Y = nn.functional.conv2d(image, K[None, None], stride=stride)
    (grad,) = torch.autograd.grad(Y, image, X[None, None])
    return grad[0, 0]
