"""
says: The layer stands in the argument list as a default, so it is made once and a second call goes on from where the first one ended
kind: wrong
repair: the def line, as in the twin
lines: 8
crashes: no
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2, layer=nn.Conv2d(1, 1, (1, 2), bias=False)):
    sgd = torch.optim.SGD(layer.parameters(), lr=lr)
    for _ in range(num_steps):
        sgd.zero_grad()
        (layer(X) - Y).square().sum().backward()
        sgd.step()
    return layer.weight.detach().clone()
