"""
says: w = w - lr * w.grad under no_grad: the new w has no gradient
kind: wrong
repair: in place
lines: 15
crashes: yes
cause: the next loss has no graph
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    w = torch.zeros(1, 1, 1, 2, requires_grad=True)
    for _ in range(num_steps):
        loss = ((nn.functional.conv2d(X, w) - Y) ** 2).sum()
        loss.backward()
        with torch.no_grad():
            w = w - lr * w.grad
    return w.detach()
