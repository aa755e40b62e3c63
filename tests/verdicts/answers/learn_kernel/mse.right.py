"""
says: the twin of mse, repaired
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, (1, 2), bias=False)
    optimizer = torch.optim.SGD(net.parameters(), lr=lr)
    loss_fn = nn.MSELoss(reduction="sum")
    for step in range(num_steps):
        optimizer.zero_grad()
        loss = loss_fn(net(X), Y)
        loss.backward()
        optimizer.step()
    return net.weight.detach()
