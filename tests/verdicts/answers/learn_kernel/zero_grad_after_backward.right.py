"""
says: the twin of zero_grad_after_backward, repaired
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    conv2d = nn.Conv2d(1, 1, kernel_size=(1, 2), bias=False)
    for i in range(num_steps):
        loss = ((conv2d(X) - Y) ** 2).sum()
        conv2d.zero_grad()
        loss.backward()
        conv2d.weight.data[:] -= lr * conv2d.weight.grad
    return conv2d.weight.data
