"""
says: The hand-made gradient lacks the factor 2 of the square's derivative, so every step is half as long
kind: wrong
repair: the grad line, as in the twin
lines: 13
crashes: no
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    a, b = X[..., :-1], X[..., 1:]
    w0 = w1 = torch.tensor(0.0)
    for _ in range(num_steps):
        e = w0 * a + w1 * b - Y
        g0, g1 = (e * a).sum(), (e * b).sum()
        w0, w1 = w0 - lr * g0, w1 - lr * g1
    return torch.stack([w0, w1]).reshape(1, 1, 1, 2)
