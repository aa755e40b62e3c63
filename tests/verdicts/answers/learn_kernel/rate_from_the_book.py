"""
says: 3e-2 in the update, whatever lr says
kind: wrong
repair: lr
lines: 15
crashes: no
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    conv2d = nn.Conv2d(1, 1, kernel_size=(1, 2), bias=False)
    for i in range(num_steps):
        Y_hat = conv2d(X)
        l = (Y_hat - Y) ** 2
        conv2d.zero_grad()
        l.sum().backward()
        conv2d.weight.data[:] -= 3e-2 * conv2d.weight.grad
    return conv2d.weight.data
