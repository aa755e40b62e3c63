"""
says: reads .grad without going backward
kind: wrong
repair: go backward first
lines: 12
crashes: yes
cause: as long as nothing went backward, .grad is None
"""
X_grad = torch.tensor([[1.0, 0.0, 2.0], [3.0, 5.0, 0.0], [0.0, 4.0, 7.0]])
layer = nn.Conv2d(1, 1, 2)
total = layer(X_grad[None, None]).sum()
kernel_gradient = layer.weight.grad[0, 0]
