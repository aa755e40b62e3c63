"""
says: nn.MSELoss(), which takes the mean
kind: wrong
repair: reduction="sum"
lines: 10
crashes: no
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, kernel_size=(1, 2), bias=False)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(net.parameters(), lr=lr)
    for _ in range(num_steps):
        loss = criterion(net(X), Y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return net.weight.data
