"""
says: derives by hand and forgets the factor 2
kind: wrong
repair: the factor
lines: 14
crashes: no
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    w = torch.zeros(1, 1, 1, 2)
    for _ in range(num_steps):
        error = nn.functional.conv2d(X, w) - Y
        left = (error * X[..., :-1]).sum()
        right = (error * X[..., 1:]).sum()
        w = w - lr * torch.stack([left, right]).reshape(1, 1, 1, 2)
    return w
