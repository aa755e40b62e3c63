"""
says: stores self.kernel, reads self.weight
kind: wrong
repair: one name
lines: 12
crashes: yes
cause: the attribute is not there
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.kernel = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias
