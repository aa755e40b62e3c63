"""
says: mean of the squares, and a step too few
kind: wrong
repair: sum, and all steps
lines: 11, 13
crashes: no
mistakes: 2
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, (1, 2), bias=False)
    for step in range(1, num_steps):
        net.zero_grad()
        loss = nn.functional.mse_loss(net(X), Y)
        loss.backward()
        net.weight.data -= lr * net.weight.grad
    return net.weight.data.clone()
