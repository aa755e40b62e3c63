"""
says: nn.Parameter(kernel_size): the size itself
kind: wrong
repair: a random tensor
lines: 12
crashes: yes
cause: a tuple is no tensor
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(kernel_size)
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias
