"""
says: target minus prediction, then steps against the gradient of its plain sum of products
kind: wrong
repair: square of the difference
lines: 12
crashes: no
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    weight = torch.zeros(1, 1, 1, 2, requires_grad=True)
    for step in range(num_steps):
        error = nn.functional.conv2d(X, weight) - Y
        error.abs().sum().backward()
        with torch.no_grad():
            weight -= lr * weight.grad
            weight.grad.zero_()
    return weight.detach()
