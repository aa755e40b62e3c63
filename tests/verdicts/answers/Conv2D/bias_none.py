"""
says: the bias is set to None
kind: wrong
repair: zeros
lines: 13
crashes: yes
cause: None cannot be added
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(kernel_size))
        self.bias = None

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias
