"""
says: The gradient is cleared between backward and step, so there is nothing to step with (or, with set_to_none, step skips): nothing is learned
kind: wrong
repair: the zero_grad line stands too late, as in the twin
lines: 13, 14
crashes: no
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    model = nn.Conv2d(1, 1, (1, 2), bias=False)
    opt = torch.optim.SGD(model.parameters(), lr=lr)
    for _ in range(num_steps):
        loss = (model(X) - Y).pow(2).sum()
        loss.backward()
        opt.zero_grad()
        opt.step()
    return model.weight.detach()
