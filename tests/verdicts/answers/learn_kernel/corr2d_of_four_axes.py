"""
says: uses corr2d on the four axes of X
kind: wrong
repair: one image of one channel: X[0, 0], Y[0, 0]
lines: 12
crashes: yes
cause: corr2d refuses anything that is not 2-D
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    w = torch.randn(1, 2, requires_grad=True)
    for _ in range(num_steps):
        loss = ((corr2d(X, w) - Y) ** 2).sum()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad = None
    return w.detach().reshape(1, 1, 1, 2)
