"""
says: SGD with momentum 0.9
kind: wrong
repair: plain gradient descent
lines: 10
crashes: no
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, (1, 2), bias=False)
    opt = torch.optim.SGD(net.parameters(), lr=lr, momentum=0.9)
    for _ in range(num_steps):
        opt.zero_grad()
        (net(X) - Y).square().sum().backward()
        opt.step()
    return net.weight.detach()
