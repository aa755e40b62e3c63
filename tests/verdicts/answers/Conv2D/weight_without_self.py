"""
says: uses weight without self in forward
kind: wrong
repair: self.weight
lines: 16
crashes: yes
cause: weight is no name of its own, it belongs to the layer
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, weight) + self.bias
