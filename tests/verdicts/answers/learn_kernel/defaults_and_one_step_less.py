"""
says: sets lr to 3e-2 in the body, and counts steps from 1
kind: wrong
mistakes: 2
repair: the lr that is given, and all steps
lines: 10, 12
crashes: no
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    lr = 3e-2
    net = nn.Conv2d(1, 1, kernel_size=(1, 2), bias=False)
    for step in range(1, num_steps):
        net.zero_grad()
        loss = ((net(X) - Y) ** 2).sum()
        loss.backward()
        net.weight.data -= lr * net.weight.grad
    return net.weight.data
