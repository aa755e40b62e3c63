"""
says: gives the optimizer the layer
kind: wrong
repair: its parameters
lines: 11
crashes: yes
cause: SGD wants an iterable of tensors, a layer is none
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    layer = nn.Conv2d(1, 1, kernel_size=(1, 2), bias=False)
    optimizer = torch.optim.SGD(layer, lr=lr)
    for _ in range(num_steps):
        optimizer.zero_grad()
        ((layer(X) - Y) ** 2).sum().backward()
        optimizer.step()
    return layer.weight.data
