"""
says: SGD with a closure, and a progress line
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, (1, 2), bias=False)
    optimizer = torch.optim.SGD(net.parameters(), lr=lr)

    def closure():
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(net(X), Y, reduction="sum")
        loss.backward()
        print(f"loss {loss.item():.3f}", end="\r")
        return loss

    for _ in range(num_steps):
        optimizer.step(closure)
    return net.weight
