"""
says: breaks once the loss is small
kind: wrong
repair: all steps
lines: 15, 16
crashes: no
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, (1, 2), bias=False)
    for step in range(num_steps):
        net.zero_grad()
        loss = ((net(X) - Y) ** 2).sum()
        loss.backward()
        net.weight.data -= lr * net.weight.grad
        if loss < 1e4:
            break
    return net.weight.data
