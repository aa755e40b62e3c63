"""
says: the mean of the squared errors, and a bias
kind: wrong
mistakes: 2
repair: the sum, and bias=False
lines: 10, 14
crashes: no
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, kernel_size=(1, 2), bias=True)
    sgd = torch.optim.SGD(net.parameters(), lr)
    for _ in range(num_steps):
        sgd.zero_grad()
        ((net(X) - Y) ** 2).mean().backward()
        sgd.step()
    return net.weight.data
