"""
says: uses the given corr2d on four axes
kind: wrong
repair: conv2d
lines: 12
crashes: yes
cause: corr2d wants two
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    w = torch.zeros(1, 1, 1, 2, requires_grad=True)
    for _ in range(num_steps):
        loss = ((corr2d(X, w) - Y) ** 2).sum()
        loss.backward()
        w.data -= lr * w.grad
        w.grad = None
    return w.detach()
