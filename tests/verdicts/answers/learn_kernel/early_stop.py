"""
says: Stops early as soon as the loss is small, so not exactly num_steps steps are made
kind: wrong
repair: the break, as in the twin
lines: 13, 14
crashes: no
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    conv = nn.Conv2d(1, 1, kernel_size=(1, 2), bias=False)
    for i in range(num_steps):
        err = conv(X) - Y
        loss = (err * err).sum()
        if loss < 1:
            break
        conv.zero_grad()
        loss.backward()
        with torch.no_grad():
            conv.weight -= lr * conv.weight.grad
    return conv.weight.detach()
