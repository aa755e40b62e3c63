"""
says: calls backward on the whole output; repaired: .sum() first
kind: right
"""
X_grad = torch.tensor([[1.0, 0.0, 2.0], [3.0, 5.0, 0.0], [0.0, 4.0, 7.0]])
layer = nn.Conv2d(1, 1, kernel_size=(2, 2), bias=False)
Y = layer(X_grad.reshape(1, 1, 3, 3))
Y.sum().backward()
kernel_gradient = layer.weight.grad
