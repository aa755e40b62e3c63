"""
says: takes kernel_size for one number, as nn.Conv2d allows
kind: wrong
repair: the pair is the shape
lines: 12
crashes: yes
cause: a pair is given where torch.rand wants a number
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.rand(kernel_size, kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias
