"""
says: weight is a tensor that requires a gradient, but no nn.Parameter
kind: wrong
repair: wrap it in nn.Parameter
lines: 11
crashes: no
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = torch.rand(kernel_size, requires_grad=True)
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias
