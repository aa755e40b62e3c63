"""
says: MSELoss's mean, and the bias kept
kind: wrong
repair: summed, without bias
lines: 10, 11
crashes: no
mistakes: 2
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, (1, 2))
    criterion = nn.MSELoss()
    opt = torch.optim.SGD(net.parameters(), lr=lr)
    for _ in range(num_steps):
        opt.zero_grad()
        criterion(net(X), Y).backward()
        opt.step()
    return net.weight.detach()
