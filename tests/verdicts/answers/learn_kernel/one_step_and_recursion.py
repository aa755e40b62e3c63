"""
says: one step, then the rest by recursion
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2, w=None):
    if w is None:
        w = torch.zeros(1, 1, 1, 2)
    if num_steps == 0:
        return w
    w = w.clone().requires_grad_()
    ((nn.functional.conv2d(X, w) - Y) ** 2).sum().backward()
    return learn_kernel(X, Y, num_steps - 1, lr, w.detach() - lr * w.grad)
