"""
says: takes the loss as a Python number, then goes backward
kind: wrong
repair: backward of the tensor
lines: 14
crashes: yes
cause: a float has no backward
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, (1, 2), bias=False)
    losses = []
    for _ in range(num_steps):
        net.zero_grad()
        loss = ((net(X) - Y) ** 2).sum().item()
        losses.append(float(loss))
        loss.backward()
        net.weight.data -= lr * net.weight.grad
    return net.weight.data
