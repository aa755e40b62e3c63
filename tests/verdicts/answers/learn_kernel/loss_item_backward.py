"""
says: takes .item() of the loss before backward
kind: wrong
repair: the tensor
lines: 14
crashes: yes
cause: a number has no backward
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, (1, 2), bias=False)
    opt = torch.optim.SGD(net.parameters(), lr)
    for _ in range(num_steps):
        opt.zero_grad()
        loss = ((net(X) - Y) ** 2).sum().item()
        loss.backward()
        opt.step()
    return net.weight.detach()
