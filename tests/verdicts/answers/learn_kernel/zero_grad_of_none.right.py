"""
says: clears the gradient by zero_ before the first backward, where there is none; repaired: after the step
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, kernel_size=(1, 2), bias=False)
    for _ in range(num_steps):
        loss = ((net(X) - Y) ** 2).sum()
        net.zero_grad()
        loss.backward()
        net.weight.data -= lr * net.weight.grad
    return net.weight.data
