"""
says: makes the layer once, outside the function, so that it keeps what it has learned
kind: wrong
repair: a new layer in every call
lines: 8, 9, 10, 12
crashes: no
"""
shared_layer = nn.Conv2d(1, 1, kernel_size=(1, 2), bias=False)


def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    layer = shared_layer
    for _ in range(num_steps):
        layer.zero_grad()
        ((layer(X) - Y) ** 2).sum().backward()
        layer.weight.data -= lr * layer.weight.grad
    return layer.weight.data.clone()
