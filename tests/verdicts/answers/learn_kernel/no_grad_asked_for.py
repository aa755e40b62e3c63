"""
says: a plain tensor of weights
kind: wrong
repair: requires_grad=True
lines: 10
crashes: yes
cause: nothing in the loss requires a gradient
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    weight = torch.zeros((1, 1, 1, 2))
    for _ in range(num_steps):
        loss = torch.square(nn.functional.conv2d(X, weight) - Y).sum()
        loss.backward()
        weight.data -= lr * weight.grad
        weight.grad.zero_()
    return weight.data
