"""
says: forward speaks of weight, not self.weight
kind: wrong
repair: self
lines: 16
crashes: yes
cause: the name is not known in forward
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, weight) + bias
