"""
says: gradient descent in NumPy, back to torch at the end
kind: right
"""
import numpy as np


def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    x, y = X[0, 0].numpy().astype(float), Y[0, 0].numpy().astype(float)
    w = np.array([0.1, -0.1])
    for _ in range(num_steps):
        error = w[0] * x[:, :-1] + w[1] * x[:, 1:] - y
        w -= lr * 2 * np.array([(error * x[:, :-1]).sum(), (error * x[:, 1:]).sum()])
    return torch.tensor(w, dtype=torch.float32).view(1, 1, 1, 2)
