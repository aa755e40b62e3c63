"""
says: The bias is added to the kernel before correlating, so it counts once per pixel times the pixel sum
kind: wrong
repair: forward, as in the twin
lines: 15
crashes: no
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, self.weight + self.bias)
