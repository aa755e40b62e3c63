"""
says: y is a view of the caller's Y, and `y -= P @ w` subtracts in place: Y is changed, and from the second step on the errors are taken from what is left of it
kind: wrong
repair: the line y -= , as in the twin
lines: 13, 14
crashes: no
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    P = nn.functional.unfold(X, (1, 2))[0].T
    y = Y.reshape(-1)
    w = torch.zeros(2)
    for _ in range(num_steps):
        y -= P @ w
        w = w + 2 * lr * (P.T @ y)
    return w.reshape(1, 1, 1, 2)
