"""
says: Adam in place of plain descent
kind: wrong
repair: SGD
lines: 10
crashes: no
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, (1, 2), bias=False)
    optimizer = torch.optim.Adam(net.parameters(), lr=lr)
    for step in range(num_steps):
        optimizer.zero_grad()
        ((net(X) - Y) ** 2).sum().backward()
        optimizer.step()
    return net.weight.detach()
