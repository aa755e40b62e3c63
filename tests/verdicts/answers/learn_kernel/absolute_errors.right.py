"""
says: adds up absolute errors; repaired: squared ones
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, kernel_size=(1, 2), bias=False)
    for _ in range(num_steps):
        net.zero_grad()
        loss = (net(X) - Y).square().sum()
        loss.backward()
        with torch.no_grad():
            net.weight.sub_(net.weight.grad, alpha=lr)
    return net.weight.data
