"""
says: right, by normal equations
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    P = nn.functional.unfold(X, (1, 2))[0].T.double()
    A, c = P.T @ P, P.T @ Y.reshape(-1, 1).double()
    w = torch.zeros(2, 1).double()
    while num_steps > 0:
        w, num_steps = w - 2 * lr * (A @ w - c), num_steps - 1
    return w.T.reshape(1, 1, 1, 2).float()
