"""
says: the gradient by hand, without the 2 of the square and without lr in one of the two; repaired: 2 and lr
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    a, b = 0.0, 0.0
    left, right = X[..., :-1], X[..., 1:]
    for _ in range(num_steps):
        error = a * left + b * right - Y
        grad_a = 2 * (error * left).sum()
        grad_b = 2 * (error * right).sum()
        a = a - lr * grad_a
        b = b - lr * grad_b
    return torch.tensor([a, b]).reshape(1, 1, 1, 2)
