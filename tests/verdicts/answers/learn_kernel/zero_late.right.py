"""
says: the twin of zero_late, repaired
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    model = nn.Conv2d(1, 1, (1, 2), bias=False)
    opt = torch.optim.SGD(model.parameters(), lr=lr)
    for _ in range(num_steps):
        loss = (model(X) - Y).pow(2).sum()
        opt.zero_grad()
        loss.backward()
        opt.step()
    return model.weight.detach()
