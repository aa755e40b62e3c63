"""
says: the twin of inplace_leaf, repaired
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    layer = nn.Conv2d(1, 1, kernel_size=(1, 2), bias=False)
    for step in range(num_steps):
        layer.zero_grad()
        ((layer(X) - Y) ** 2).sum().backward()
        layer.weight.data -= lr * layer.weight.grad
    return layer.weight.data
