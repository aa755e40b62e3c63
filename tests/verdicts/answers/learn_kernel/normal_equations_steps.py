"""
says: the gradient from P'P, without autograd, in float64
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    P = nn.functional.unfold(X.double(), (1, 2))[0].T
    y = Y.double().reshape(-1)
    w = torch.ones(2, dtype=torch.float64)
    step = 0
    while step < num_steps:
        w = w - lr * 2 * P.T @ (P @ w - y)
        step += 1
    return w.reshape(1, 1, 1, 2)
