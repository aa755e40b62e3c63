"""
says: the twin of no_grad_around_all, repaired
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, (1, 2), bias=False)
    for _ in range(num_steps):
        net.zero_grad()
        loss = ((net(X) - Y) ** 2).sum()
        loss.backward()
        with torch.no_grad():
            net.weight -= lr * net.weight.grad
    return net.weight.detach()
