"""
says: the gradient of an average pooling
kind: right
"""
def box_blur(size):
    X = torch.zeros(1, 1, size, size, requires_grad=True)
    nn.functional.avg_pool2d(X, size).sum().backward()
    return X.grad[0, 0]
