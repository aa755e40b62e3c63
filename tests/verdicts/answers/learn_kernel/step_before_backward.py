"""
says: the order step, backward: the first step does nothing
kind: wrong
repair: backward, step
lines: 14, 17
crashes: yes
cause: the step changes what the loss remembers
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, (1, 2), bias=False)
    opt = torch.optim.SGD(net.parameters(), lr=lr)
    for _ in range(num_steps):
        loss = ((net(X) - Y) ** 2).sum()
        opt.step()
        opt.zero_grad()
        loss.backward()
    return net.weight.detach()
