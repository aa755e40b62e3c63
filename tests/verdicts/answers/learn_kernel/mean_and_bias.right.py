"""
says: the mean of the squared errors, and a bias; repaired: the sum, and bias=False
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, kernel_size=(1, 2), bias=False)
    sgd = torch.optim.SGD(net.parameters(), lr)
    for _ in range(num_steps):
        sgd.zero_grad()
        ((net(X) - Y) ** 2).sum().backward()
        sgd.step()
    return net.weight.data
