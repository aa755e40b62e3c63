"""
says: reads .grad without going backward; repaired: go backward first
kind: right
"""
X_grad = torch.tensor([[1.0, 0.0, 2.0], [3.0, 5.0, 0.0], [0.0, 4.0, 7.0]])
layer = nn.Conv2d(1, 1, 2)
total = layer(X_grad[None, None]).sum()
total.backward()
kernel_gradient = layer.weight.grad[0, 0]
