"""
says: asks the layer, not its weight, for the gradient; repaired: .weight.grad
kind: right
"""
X_grad = torch.tensor([[1.0, 0.0, 2.0], [3.0, 5.0, 0.0], [0.0, 4.0, 7.0]])
net = nn.Conv2d(1, 1, 2)
net(X_grad[None, None]).sum().backward()
kernel_gradient = net.weight.grad
kernel_gradient
