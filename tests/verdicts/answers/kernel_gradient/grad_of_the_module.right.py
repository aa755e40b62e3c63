"""
says: asks the layer for .grad; repaired: its weight
kind: right
"""
X_grad = torch.tensor([[1.0, 0.0, 2.0], [3.0, 5.0, 0.0], [0.0, 4.0, 7.0]])
layer = nn.Conv2d(1, 1, 2)
layer(X_grad[None, None]).sum().backward()
kernel_gradient = layer.weight.grad
