"""
says: gives the image to the optimizer
kind: wrong
repair: the layer's parameters
lines: 11
crashes: yes
cause: an image that requires no gradient
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, (1, 2), bias=False)
    opt = torch.optim.SGD(X, lr=lr)
    for _ in range(num_steps):
        opt.zero_grad()
        ((net(X) - Y) ** 2).sum().backward()
        opt.step()
    return net.weight.data
