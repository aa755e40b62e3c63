"""
says: the twin of sum_then_square, repaired
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    layer = nn.Conv2d(1, 1, (1, 2), bias=False)
    for i in range(num_steps):
        layer.zero_grad()
        loss = ((layer(X) - Y) ** 2).sum()
        loss.backward()
        layer.weight.data[:] -= lr * layer.weight.grad
    return layer.weight.data
