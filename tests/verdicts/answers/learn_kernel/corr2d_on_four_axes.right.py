"""
says: the twin of corr2d_on_four_axes, repaired
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    w = torch.zeros(1, 1, 1, 2, requires_grad=True)
    for _ in range(num_steps):
        loss = ((nn.functional.conv2d(X, w) - Y) ** 2).sum()
        loss.backward()
        w.data -= lr * w.grad
        w.grad = None
    return w.detach()
