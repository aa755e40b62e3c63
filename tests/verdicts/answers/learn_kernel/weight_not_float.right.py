"""
says: starts from whole numbers; repaired: floats
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    weight = torch.tensor([[[[0.0, 0.0]]]], requires_grad=True)
    for step in range(num_steps):
        loss = ((nn.functional.conv2d(X, weight) - Y) ** 2).sum()
        loss.backward()
        with torch.no_grad():
            weight -= lr * weight.grad
        weight.grad.zero_()
    return weight.detach()
