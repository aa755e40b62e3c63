"""
says: calls backward on the whole output
kind: wrong
repair: .sum() first
lines: 12
crashes: yes
cause: backward starts at a single number, the output has four
"""
X_grad = torch.tensor([[1.0, 0.0, 2.0], [3.0, 5.0, 0.0], [0.0, 4.0, 7.0]])
layer = nn.Conv2d(1, 1, kernel_size=(2, 2), bias=False)
Y = layer(X_grad.reshape(1, 1, 3, 3))
Y.backward()
kernel_gradient = layer.weight.grad
