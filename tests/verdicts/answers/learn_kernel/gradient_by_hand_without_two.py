"""
says: writes the gradient by hand and forgets the 2
kind: wrong
repair: 2 * error
lines: 13
crashes: no
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    left, right = X[..., :-1], X[..., 1:]
    w = torch.zeros(2)
    for _ in range(num_steps):
        error = w[0] * left + w[1] * right - Y
        w = w - lr * torch.stack([(error * left).sum(), (error * right).sum()])
    return w.reshape(1, 1, 1, 2)
