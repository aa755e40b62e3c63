"""
says: the twin of detached_loss, repaired
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, (1, 2), bias=False)
    for _ in range(num_steps):
        net.zero_grad()
        loss = ((nn.functional.conv2d(X, net.weight) - Y) ** 2).sum()
        loss.backward()
        net.weight.data -= lr * net.weight.grad
    return net.weight.data
