"""
says: adds the gradient, and never clears it
kind: wrong
mistakes: 2
repair: subtract, and clear
lines: 12, 13
crashes: no
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    weight = nn.Parameter(torch.zeros(1, 1, 1, 2))
    for _ in range(num_steps):
        ((nn.functional.conv2d(X, weight) - Y) ** 2).sum().backward()
        weight.data = weight.data + lr * weight.grad
    return weight
