"""
says: w = w - lr * w.grad, so the new w is no leaf
kind: wrong
repair: detach it and ask for gradients again
lines: 14
crashes: yes
cause: from the second step on w.grad is None
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    w = torch.zeros(1, 1, 1, 2, requires_grad=True)
    for _ in range(num_steps):
        Y_hat = nn.functional.conv2d(X, w)
        ((Y_hat - Y) ** 2).sum().backward()
        w = w - lr * w.grad
    return w
