"""
says: asks the layer, not its weight, for the gradient
kind: wrong
repair: .weight.grad
lines: 12
crashes: yes
cause: a module has no grad, its parameters have
"""
X_grad = torch.tensor([[1.0, 0.0, 2.0], [3.0, 5.0, 0.0], [0.0, 4.0, 7.0]])
net = nn.Conv2d(1, 1, 2)
net(X_grad[None, None]).sum().backward()
kernel_gradient = net.grad
kernel_gradient
