"""
says: the twin of step_before_backward, repaired
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, (1, 2), bias=False)
    opt = torch.optim.SGD(net.parameters(), lr=lr)
    for _ in range(num_steps):
        loss = ((net(X) - Y) ** 2).sum()
        opt.zero_grad()
        loss.backward()
        opt.step()
    return net.weight.detach()
