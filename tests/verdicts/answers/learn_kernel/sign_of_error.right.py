"""
says: target minus prediction, then steps against the gradient of its plain sum of products; repaired: square of the difference
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    weight = torch.zeros(1, 1, 1, 2, requires_grad=True)
    for step in range(num_steps):
        error = nn.functional.conv2d(X, weight) - Y
        (error ** 2).sum().backward()
        with torch.no_grad():
            weight -= lr * weight.grad
            weight.grad.zero_()
    return weight.detach()
