"""
says: clears the gradient after backward, before the step
kind: wrong
repair: before backward
lines: 13, 14
crashes: yes
cause: the gradient is None, or zero
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    conv2d = nn.Conv2d(1, 1, kernel_size=(1, 2), bias=False)
    for i in range(num_steps):
        loss = ((conv2d(X) - Y) ** 2).sum()
        loss.backward()
        conv2d.zero_grad()
        conv2d.weight.data[:] -= lr * conv2d.weight.grad
    return conv2d.weight.data
