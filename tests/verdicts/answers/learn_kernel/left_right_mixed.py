"""
says: derives by hand and gives the left weight the right pixels
kind: wrong
repair: left to left
lines: 12, 13
crashes: no
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    w = torch.zeros(1, 1, 1, 2)
    for _ in range(num_steps):
        error = nn.functional.conv2d(X, w) - Y
        left = 2 * (error * X[..., 1:]).sum()
        right = 2 * (error * X[..., :-1]).sum()
        w = w - lr * torch.stack([left, right]).reshape(1, 1, 1, 2)
    return w
