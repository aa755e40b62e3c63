"""
says: flips the kernel, and subtracts the bias
kind: wrong
repair: both mended
lines: 16
crashes: no
mistakes: 2
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, self.weight.flip(0, 1)) - self.bias
