"""
says: zeros() of nothing: nn.Parameter(torch.zeros) without a size
kind: wrong
repair: torch.zeros(1)
lines: 13
crashes: yes
cause: a function is no tensor and cannot become a parameter
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros)

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias
