"""
says: returns the weight as it was before the loop
kind: wrong
repair: after it
lines: 10, 15
crashes: no
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, (1, 2), bias=False)
    weight = net.weight.data.clone()
    for _ in range(num_steps):
        net.zero_grad()
        ((net(X) - Y) ** 2).sum().backward()
        net.weight.data -= lr * net.weight.grad
    return weight
