"""
says: scales the parameter after making it, so it is no parameter any more
kind: wrong
repair: scale before nn.Parameter
lines: 13
crashes: yes
cause: weight is registered, and a plain tensor may not take its place
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(kernel_size))
        self.weight = self.weight * 0.01
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias
