"""
says: Two mistakes: the bias starts at a random number instead of 0 (bias line), and forward uses weight.data, which cuts the weight's gradient (return line).
kind: wrong
mistakes: 2
repair: as in the twin
lines: 13, 16
crashes: no
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(kernel_size))
        self.bias = nn.Parameter(torch.randn(1))

    def forward(self, X):
        return corr2d(X, self.weight.data) + self.bias
