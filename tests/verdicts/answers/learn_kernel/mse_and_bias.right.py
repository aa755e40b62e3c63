"""
says: the twin of mse_and_bias, repaired
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, (1, 2), bias=False)
    criterion = nn.MSELoss(reduction="sum")
    opt = torch.optim.SGD(net.parameters(), lr=lr)
    for _ in range(num_steps):
        opt.zero_grad()
        criterion(net(X), Y).backward()
        opt.step()
    return net.weight.detach()
