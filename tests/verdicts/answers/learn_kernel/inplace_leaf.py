"""
says: A leaf that requires gradients may not be changed in place outside torch.no_grad(): RuntimeError
kind: wrong
repair: update line, as in the twin
lines: 14
crashes: yes
cause: what it says
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    layer = nn.Conv2d(1, 1, kernel_size=(1, 2), bias=False)
    for step in range(num_steps):
        layer.zero_grad()
        ((layer(X) - Y) ** 2).sum().backward()
        layer.weight -= lr * layer.weight.grad
    return layer.weight.data
