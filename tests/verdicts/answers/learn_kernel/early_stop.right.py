"""
says: the twin of early_stop, repaired
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    conv = nn.Conv2d(1, 1, kernel_size=(1, 2), bias=False)
    for i in range(num_steps):
        err = conv(X) - Y
        loss = (err * err).sum()
        conv.zero_grad()
        loss.backward()
        with torch.no_grad():
            conv.weight -= lr * conv.weight.grad
    return conv.weight.detach()
