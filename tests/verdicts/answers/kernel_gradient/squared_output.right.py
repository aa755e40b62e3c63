"""
says: squares the output as in a loss before it adds up; repaired: no square
kind: right
"""
X_grad = torch.tensor([[1.0, 0.0, 2.0], [3.0, 5.0, 0.0], [0.0, 4.0, 7.0]])
torch.manual_seed(2)
layer = nn.Conv2d(1, 1, 2, bias=False)
layer(X_grad[None, None]).sum().backward()
kernel_gradient = layer.weight.grad.squeeze()
