"""
says: all steps at once, with a power of the step matrix
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    P = torch.stack([X[0, 0, :, :-1].flatten(), X[0, 0, :, 1:].flatten()], 1).double()
    goal = torch.linalg.lstsq(P, Y.double().flatten()[:, None]).solution
    shrink = torch.linalg.matrix_power(torch.eye(2).double() - 2 * lr * P.T @ P, num_steps)
    return (goal - shrink @ goal).reshape(1, 1, 1, 2).float()
