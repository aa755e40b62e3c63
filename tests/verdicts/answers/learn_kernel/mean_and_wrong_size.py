"""
says: the mean loss, and one step too many
kind: wrong
repair: both mended
lines: 11, 13
crashes: no
mistakes: 2
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, (1, 2), bias=False)
    for _ in range(num_steps + 1):
        net.zero_grad()
        ((net(X) - Y) ** 2).mean().backward()
        net.weight.data -= lr * net.weight.grad
    return net.weight.data
