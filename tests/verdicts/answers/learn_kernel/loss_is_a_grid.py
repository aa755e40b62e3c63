"""
says: goes backward from the squared errors without adding them up
kind: wrong
repair: .sum()
lines: 12
crashes: yes
cause: backward starts at one number, the loss has one per pixel
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, kernel_size=(1, 2), bias=False)
    for _ in range(num_steps):
        loss = (net(X) - Y) ** 2
        net.zero_grad()
        loss.backward()
        net.weight.data -= lr * net.weight.grad
    return net.weight.data
