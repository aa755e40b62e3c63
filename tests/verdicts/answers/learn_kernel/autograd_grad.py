"""
says: torch.autograd.grad, the weight rebound
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    w = torch.randn(1, 1, 1, 2, requires_grad=True)
    for _ in range(num_steps):
        residual = nn.functional.conv2d(X, w) - Y
        (g,) = torch.autograd.grad(residual.pow(2).sum(), w)
        w = (w - lr * g).detach().requires_grad_()
    return w
