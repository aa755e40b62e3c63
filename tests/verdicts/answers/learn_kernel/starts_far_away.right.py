"""
says: starts with weights of about a thousand; repaired: small random weights
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    w = torch.rand(1, 1, 1, 2).requires_grad_()
    for _ in range(num_steps):
        loss = ((nn.functional.conv2d(X, w) - Y) ** 2).sum()
        (gradient,) = torch.autograd.grad(loss, w)
        w = (w - lr * gradient).detach().requires_grad_()
    return w.detach()
