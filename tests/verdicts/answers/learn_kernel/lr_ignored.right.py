"""
says: the twin of lr_ignored, repaired
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    w = torch.zeros(1, 1, 1, 2, requires_grad=True)
    for _ in range(num_steps):
        loss = (nn.functional.conv2d(X, w) - Y).pow(2).sum()
        (g,) = torch.autograd.grad(loss, w)
        with torch.no_grad():
            w -= lr * g
    return w.detach()
