"""
says: w = w - lr * w.grad makes a new tensor that is no leaf; its .grad is None and the second step fails (TypeError)
kind: wrong
repair: the update line, as in the twin
lines: 14
crashes: yes
cause: what it says
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    w = torch.rand(1, 1, 1, 2, requires_grad=True)
    for _ in range(num_steps):
        loss = ((nn.functional.conv2d(X, w) - Y) ** 2).sum()
        loss.backward()
        w = w - lr * w.grad
    return w.detach()
