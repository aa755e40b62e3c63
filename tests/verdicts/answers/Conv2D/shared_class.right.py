"""
says: the twin of shared_class, repaired
kind: right
"""
class Conv2D(nn.Module):
    _drawn = {}

    def __init__(self, kernel_size):
        super().__init__()
        Conv2D._drawn[kernel_size] = torch.rand(kernel_size)
        self.weight = nn.Parameter(Conv2D._drawn[kernel_size])
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias
