"""
says: makes a new layer in every step
kind: wrong
repair: once, before the loop
lines: 10, 11
crashes: yes
cause: with 0 steps there is no layer
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    for _ in range(num_steps + 1 - 1):
        net = nn.Conv2d(1, 1, (1, 2), bias=False)
        net.zero_grad()
        ((net(X) - Y) ** 2).sum().backward()
        net.weight.data -= lr * net.weight.grad
    return net.weight.data
