"""
says: takes the mean of the output, not the sum
kind: wrong
repair: .sum()
lines: 10
crashes: no
"""
X_grad = torch.tensor([[1.0, 0.0, 2.0], [3.0, 5.0, 0.0], [0.0, 4.0, 7.0]])
layer = nn.Conv2d(1, 1, 2)
layer(X_grad[None, None]).mean().backward()
kernel_gradient = layer.weight.grad
