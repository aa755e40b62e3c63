"""
says: the twin of shared_layer, repaired
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2, layer=None):
    layer = layer or nn.Conv2d(1, 1, (1, 2), bias=False)
    sgd = torch.optim.SGD(layer.parameters(), lr=lr)
    for _ in range(num_steps):
        sgd.zero_grad()
        (layer(X) - Y).square().sum().backward()
        sgd.step()
    return layer.weight.detach().clone()
