"""
says: clears between backward and update
kind: wrong
repair: clear before backward
lines: 13, 14
crashes: yes
cause: zero_grad() sets .grad to None, so there is nothing to subtract
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, (1, 2), bias=False)
    for _ in range(num_steps):
        loss = ((net(X) - Y) ** 2).sum()
        loss.backward()
        net.zero_grad()
        net.weight.data[:] -= lr * net.weight.grad
    return net.weight.data
