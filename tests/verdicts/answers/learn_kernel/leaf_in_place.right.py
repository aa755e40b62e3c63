"""
says: updates the weight itself, outside no_grad; repaired: write into .data
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, (1, 2), bias=False)
    for step in range(num_steps):
        loss = torch.sum((net(X) - Y) ** 2)
        net.zero_grad()
        loss.backward()
        with torch.enable_grad():
            net.weight.data -= lr * net.weight.grad
    return net.weight.detach()
