"""
says: torch.func.grad of a loss function
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    def loss(w):
        return torch.sum((nn.functional.conv2d(X, w) - Y) ** 2)

    w = torch.ones(1, 1, 1, 2)
    gradient = torch.func.grad(loss)
    for _ in range(num_steps):
        w = w - lr * gradient(w)
    return w
