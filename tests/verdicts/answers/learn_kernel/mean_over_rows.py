"""
says: sums the squares over columns, averages over rows
kind: wrong
repair: the sum of all
lines: 12
crashes: no
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, (1, 2), bias=False)
    for _ in range(num_steps):
        net.zero_grad()
        ((net(X) - Y) ** 2).sum(-1).mean().backward()
        net.weight.data -= lr * net.weight.grad
    return net.weight.data
