"""
says: a plain tensor of weights; repaired: requires_grad=True
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    weight = torch.zeros((1, 1, 1, 2), requires_grad=True)
    for _ in range(num_steps):
        loss = torch.square(nn.functional.conv2d(X, weight) - Y).sum()
        loss.backward()
        weight.data -= lr * weight.grad
        weight.grad.zero_()
    return weight.data
