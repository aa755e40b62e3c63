"""
says: adds the gradient, and never clears it; repaired: subtract, and clear
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    weight = nn.Parameter(torch.zeros(1, 1, 1, 2))
    for _ in range(num_steps):
        weight.grad = None
        ((nn.functional.conv2d(X, weight) - Y) ** 2).sum().backward()
        weight.data = weight.data - lr * weight.grad
    return weight
