"""
says: half the squared error, and gradients never cleared
kind: wrong
repair: both mended
lines: 12
crashes: no
mistakes: 2
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    w = torch.zeros(1, 1, 1, 2, requires_grad=True)
    for _ in range(num_steps):
        loss = 0.5 * ((nn.functional.conv2d(X, w) - Y) ** 2).sum()
        loss.backward()
        w.data -= lr * w.grad
    return w.detach()
