"""
says: adds up the pixels that each weight meets, with a box of ones
kind: right
"""
X_grad = torch.tensor([[1.0, 0.0, 2.0], [3.0, 5.0, 0.0], [0.0, 4.0, 7.0]])
kernel_gradient = corr2d(X_grad, torch.ones(2, 2))
