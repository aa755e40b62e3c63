"""
says: SGD with closures and a lambda for the loss
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    layer = nn.Conv2d(1, 1, (1, 2), bias=False).to(X.dtype)
    sgd = torch.optim.SGD(layer.parameters(), lr=lr)

    def closure():
        sgd.zero_grad()
        loss = nn.MSELoss(reduction="sum")(layer(X), Y)
        loss.backward()
        return loss

    for _ in range(num_steps):
        sgd.step(closure)
    return layer.weight.detach().clone()
