"""
says: adds the gradient, and a rate of its own
kind: wrong
repair: minus, lr
lines: 14
crashes: no
mistakes: 2
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, (1, 2), bias=False)
    for _ in range(num_steps):
        net.zero_grad()
        ((net(X) - Y) ** 2).sum().backward()
        net.weight.data += 0.03 * net.weight.grad
    return net.weight.data
