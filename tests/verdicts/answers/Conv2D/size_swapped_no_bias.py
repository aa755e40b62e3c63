"""
says: turns the kernel size round, and never adds the bias
kind: wrong
repair: both mended
lines: 13, 17
crashes: yes
cause: the kernel does not fit
mistakes: 2
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(kernel_size[1], kernel_size[0]))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, self.weight)
