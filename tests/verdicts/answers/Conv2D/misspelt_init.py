"""
says: __init_ with one underscore too few: the parameters are never made
kind: wrong
repair: __init__
lines: 10
crashes: yes
cause: no argument is taken
"""
class Conv2D(nn.Module):
    def __init_(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias
