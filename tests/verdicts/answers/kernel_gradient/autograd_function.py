"""
says: torch.autograd.grad with respect to a kernel of its own
kind: right
"""
X_grad = torch.tensor([[1.0, 0.0, 2.0], [3.0, 5.0, 0.0], [0.0, 4.0, 7.0]])
K_free = torch.randn(2, 2, requires_grad=True)
(kernel_gradient,) = torch.autograd.grad(corr2d(X_grad, K_free).sum(), K_free)
