"""
says: weight and bias are plain tensors, not nn.Parameter, so they are not registered
kind: wrong
repair: the two lines in __init__, as in the twin
lines: 11, 12
crashes: no
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = torch.rand(kernel_size, requires_grad=True)
        self.bias = torch.zeros(1, requires_grad=True)

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias
