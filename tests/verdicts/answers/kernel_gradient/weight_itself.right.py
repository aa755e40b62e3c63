"""
says: reads the weight, not its gradient; repaired: .grad
kind: right
"""
X_grad = torch.tensor([[1.0, 0.0, 2.0], [3.0, 5.0, 0.0], [0.0, 4.0, 7.0]])
layer = nn.Conv2d(1, 1, 2)
layer(X_grad[None, None]).sum().backward()
kernel_gradient = layer.weight.grad[0, 0]
