"""
says: writes the gradient by hand and forgets the 2; repaired: 2 * error
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    left, right = X[..., :-1], X[..., 1:]
    w = torch.zeros(2)
    for _ in range(num_steps):
        error = w[0] * left + w[1] * right - Y
        w = w - lr * 2 * torch.stack([(error * left).sum(), (error * right).sum()])
    return w.reshape(1, 1, 1, 2)
