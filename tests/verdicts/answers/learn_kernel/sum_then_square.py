"""
says: Squares the sum of the errors instead of summing the squared errors, so errors cancel
kind: wrong
repair: loss line, as in the twin
lines: 12
crashes: no
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    layer = nn.Conv2d(1, 1, (1, 2), bias=False)
    for i in range(num_steps):
        layer.zero_grad()
        loss = (layer(X) - Y).sum() ** 2
        loss.backward()
        layer.weight.data[:] -= lr * layer.weight.grad
    return layer.weight.data
