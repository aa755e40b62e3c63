"""
says: sets the gradient to zero before there is one
kind: wrong
repair: net.zero_grad()
lines: 12
crashes: yes
cause: in the first step .grad is None and has no zero_()
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, (1, 2), bias=False)
    for _ in range(num_steps):
        net.weight.grad.zero_()
        loss = ((net(X) - Y) ** 2).sum()
        loss.backward()
        net.weight.data.sub_(lr * net.weight.grad)
    return net.weight
