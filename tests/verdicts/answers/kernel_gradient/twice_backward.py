"""
says: goes backward twice, so the gradients add up
kind: wrong
repair: once
lines: 10
crashes: no
"""
X_grad = torch.tensor([[1.0, 0.0, 2.0], [3.0, 5.0, 0.0], [0.0, 4.0, 7.0]])
layer = nn.Conv2d(1, 1, 2)
for _ in range(2):
    layer(X_grad[None, None]).sum().backward()
kernel_gradient = layer.weight.grad
