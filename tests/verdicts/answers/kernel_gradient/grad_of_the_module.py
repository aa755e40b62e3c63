"""
says: asks the layer for .grad
kind: wrong
repair: its weight
lines: 12
crashes: yes
cause: a layer has no .grad, its weight has
"""
X_grad = torch.tensor([[1.0, 0.0, 2.0], [3.0, 5.0, 0.0], [0.0, 4.0, 7.0]])
layer = nn.Conv2d(1, 1, 2)
layer(X_grad[None, None]).sum().backward()
kernel_gradient = layer.grad
