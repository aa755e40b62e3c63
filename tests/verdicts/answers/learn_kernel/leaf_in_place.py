"""
says: updates the weight itself, outside no_grad
kind: wrong
repair: write into .data
lines: 16
crashes: yes
cause: a leaf that requires a gradient may not be changed in place
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, (1, 2), bias=False)
    for step in range(num_steps):
        loss = torch.sum((net(X) - Y) ** 2)
        net.zero_grad()
        loss.backward()
        with torch.enable_grad():
            net.weight -= lr * net.weight.grad
    return net.weight.detach()
