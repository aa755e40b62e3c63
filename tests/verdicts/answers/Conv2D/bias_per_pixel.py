"""
says: a bias as large as the kernel
kind: wrong
repair: one number
lines: 13
crashes: yes
cause: the output is larger than the kernel, so output and bias cannot be added
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(kernel_size))
        self.bias = nn.Parameter(torch.zeros(kernel_size))

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias
