"""
says: the whole loop stands under no_grad
kind: wrong
repair: only the step
lines: 11, 12, 13, 14, 15
crashes: yes
cause: the loss has no graph
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, (1, 2), bias=False)
    with torch.no_grad():
        for _ in range(num_steps):
            net.zero_grad()
            loss = ((net(X) - Y) ** 2).sum()
            loss.backward()
            net.weight -= lr * net.weight.grad
    return net.weight.detach()
