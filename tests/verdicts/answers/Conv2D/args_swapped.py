"""
says: Arguments of corr2d swapped: the weight is passed as the image, so the "kernel" does not fit (ValueError)
kind: wrong
repair: forward, as in the twin
lines: 16
crashes: yes
cause: what it says
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.rand(kernel_size) - 0.5)
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(self.weight, X) + self.bias
