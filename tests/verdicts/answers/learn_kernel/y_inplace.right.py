"""
says: the twin of y_inplace, repaired
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    P = nn.functional.unfold(X, (1, 2))[0].T
    y = Y.reshape(-1)
    w = torch.zeros(2)
    for _ in range(num_steps):
        w = w + 2 * lr * (P.T @ (y - P @ w))
    return w.reshape(1, 1, 1, 2)
