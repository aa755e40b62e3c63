"""
says: net.grad in place of net.weight.grad
kind: wrong
repair: of the weight
lines: 14
crashes: yes
cause: a layer has no grad
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, (1, 2), bias=False)
    for _ in range(num_steps):
        net.zero_grad()
        ((net(X) - Y) ** 2).sum().backward()
        net.weight.data -= lr * net.grad
    return net.weight.data
