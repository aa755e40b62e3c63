"""
says: half of the squared error, so half the step
kind: wrong
repair: the whole
lines: 11
crashes: no
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    weight = torch.zeros(1, 1, 1, 2, requires_grad=True)
    for _ in range(num_steps):
        loss = 0.5 * ((nn.functional.conv2d(X, weight) - Y) ** 2).sum()
        loss.backward()
        weight.data -= lr * weight.grad
        weight.grad = None
    return weight.detach()
