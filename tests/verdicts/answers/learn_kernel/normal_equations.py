"""
says: the gradient as a matrix, in float64
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    P = nn.functional.unfold(X.double(), (1, 2))[0].T
    H, g = 2 * P.T @ P, 2 * P.T @ Y.double().reshape(-1)
    w = torch.zeros(2, dtype=torch.float64)
    for _ in range(num_steps):
        w = w - lr * (H @ w - g)
    return w.float().reshape(1, 1, 1, 2)
