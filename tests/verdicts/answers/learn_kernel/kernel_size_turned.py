"""
says: kernel_size=(2, 1)
kind: wrong
repair: (1, 2)
lines: 10
crashes: yes
cause: the output has another shape than Y
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, kernel_size=(2, 1), bias=False)
    for _ in range(num_steps):
        net.zero_grad()
        loss = (net(X) - Y).pow(2).sum()
        loss.backward()
        net.weight.data.sub_(lr * net.weight.grad)
    return net.weight.data
