"""
says: computes the loss once, before the loop
kind: wrong
repair: in every step
lines: 11, 13
crashes: yes
cause: the graph is gone after the first backward
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, (1, 2), bias=False)
    loss = ((net(X) - Y) ** 2).sum()
    for _ in range(num_steps):
        net.zero_grad()
        loss.backward()
        with torch.no_grad():
            net.weight -= lr * net.weight.grad
    return net.weight.detach()
