"""
says: zero_grad only once, before the loop
kind: wrong
repair: in every step
lines: 11, 13
crashes: no
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, (1, 2), bias=False)
    opt = torch.optim.SGD(net.parameters(), lr=lr)
    opt.zero_grad()
    for _ in range(num_steps):
        ((net(X) - Y) ** 2).sum().backward()
        opt.step()
    return net.weight.detach()
