"""
says: the twin of manual_half, repaired
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    a, b = X[..., :-1], X[..., 1:]
    w0 = w1 = torch.tensor(0.0)
    for _ in range(num_steps):
        e = w0 * a + w1 * b - Y
        g0, g1 = 2 * (e * a).sum(), 2 * (e * b).sum()
        w0, w1 = w0 - lr * g0, w1 - lr * g1
    return torch.stack([w0, w1]).reshape(1, 1, 1, 2)
