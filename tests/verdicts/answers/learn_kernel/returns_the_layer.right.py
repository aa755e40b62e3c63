"""
says: returns the layer; repaired: its weight
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, kernel_size=(1, 2), bias=False)
    optimizer = torch.optim.SGD(net.parameters(), lr=lr)
    for _ in range(num_steps):
        optimizer.zero_grad()
        loss = ((net(X) - Y) ** 2).sum()
        loss.backward()
        optimizer.step()
    return net.weight
