"""
says: def forward(self)
kind: wrong
repair: self, X
lines: 15
crashes: yes
cause: one argument too many
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self):
        return corr2d(X, self.weight) + self.bias
