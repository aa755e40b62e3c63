"""
says: def __init__(self): the size fixed at 2 x 2
kind: wrong
repair: kernel_size
lines: 10, 12
crashes: yes
cause: one argument too many
"""
class Conv2D(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(2, 2))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias
