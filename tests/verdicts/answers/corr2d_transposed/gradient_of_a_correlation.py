"""
says: backward of a strided correlation
kind: right
"""
def corr2d_transposed(X, K, stride=1):
    size = [(n - 1) * stride + k for n, k in zip(X.shape, K.shape)]
    image = torch.zeros(size, requires_grad=True)
    Y = nn.functional.conv2d(image[None, None], K[None, None], stride=stride)[0, 0]
    (back,) = torch.autograd.grad(Y, image, grad_outputs=X)
    return back
