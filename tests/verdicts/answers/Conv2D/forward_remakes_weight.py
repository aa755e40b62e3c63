"""
says: forward draws a new weight each time
kind: wrong
repair: once, in __init__
lines: 16
crashes: no
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.kernel_size = kernel_size
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        self.weight = nn.Parameter(torch.rand(self.kernel_size))
        return corr2d(X, self.weight) + self.bias
