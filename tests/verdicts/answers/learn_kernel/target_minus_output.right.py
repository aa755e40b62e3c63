"""
says: error = Y - Y_hat in a gradient by hand, and still subtracts; repaired: output minus target
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    P = torch.stack([X[..., :-1].flatten(), X[..., 1:].flatten()], dim=1)
    w = torch.zeros(2)
    for _ in range(num_steps):
        error = P @ w - Y.flatten()
        w = w - lr * 2 * (P.T @ error)
    return w[None, None, None]
