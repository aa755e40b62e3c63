"""
says: stops as soon as the loss is below a million
kind: wrong
repair: all steps
lines: 12
crashes: no
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, (1, 2), bias=False)
    for step in range(num_steps):
        loss = ((net(X) - Y) ** 2).sum()
        if loss < 1e6:
            break
        net.zero_grad()
        loss.backward()
        net.weight.data -= lr * net.weight.grad
    return net.weight.data
