"""
says: corr2d(self.weight, X)
kind: wrong
repair: image first
lines: 16
crashes: yes
cause: the image does not fit in the kernel
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return self.bias + corr2d(self.weight, X)
