"""
says: nn.MSELoss takes the mean of the squared errors unless told otherwise; the sum was asked for, so every step is far too small
kind: wrong
repair: line loss_fn, as in the twin
lines: 11
crashes: no
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, (1, 2), bias=False)
    optimizer = torch.optim.SGD(net.parameters(), lr=lr)
    loss_fn = nn.MSELoss()
    for step in range(num_steps):
        optimizer.zero_grad()
        loss = loss_fn(net(X), Y)
        loss.backward()
        optimizer.step()
    return net.weight.detach()
