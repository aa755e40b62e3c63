"""
says: w.grad.zero_() before the first backward
kind: wrong
repair: after the step
lines: 12, 17
crashes: yes
cause: there is no gradient yet
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    w = torch.zeros(1, 1, 1, 2, requires_grad=True)
    for _ in range(num_steps):
        w.grad.zero_()
        loss = ((nn.functional.conv2d(X, w) - Y) ** 2).sum()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
    return w.detach()
