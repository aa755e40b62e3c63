"""
says: Two mistakes: the layer keeps its bias and SGD trains it too (layer line), and range(1, num_steps) makes one step too few (for line).
kind: wrong
mistakes: 2
repair: as in the twin
lines: 10, 12
crashes: no
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, kernel_size=(1, 2))
    opt = torch.optim.SGD(net.parameters(), lr)
    for i in range(1, num_steps):
        loss = ((net(X) - Y) ** 2).sum()
        opt.zero_grad()
        loss.backward()
        opt.step()
    return net.weight.data
