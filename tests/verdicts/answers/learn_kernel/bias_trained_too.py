"""
says: leaves out bias=False
kind: wrong
repair: bias=False
lines: 9
crashes: no
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, kernel_size=(1, 2))
    for _ in range(num_steps):
        net.zero_grad()
        loss = ((net(X) - Y) ** 2).sum()
        loss.backward()
        for parameter in net.parameters():
            parameter.data -= lr * parameter.grad
    return net.weight.data
