"""
says: the sum of the errors, not squared
kind: wrong
repair: squared
lines: 12
crashes: no
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, (1, 2), bias=False)
    for _ in range(num_steps):
        net.zero_grad()
        (net(X) - Y).sum().backward()
        net.weight.data -= lr * net.weight.grad
    return net.weight.data
