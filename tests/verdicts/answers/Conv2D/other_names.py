"""
says: calls the parameters w and b
kind: wrong
repair: weight and bias
lines: 12, 13, 16
crashes: yes
cause: the text asks for .weight and .bias, which do not exist
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.w = nn.Parameter(torch.randn(kernel_size))
        self.b = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, self.w) + self.b
