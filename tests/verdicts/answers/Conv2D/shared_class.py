"""
says: The weight is made once as a class-wide default (a dict filled on first use), so two layers of the same size share one kernel
kind: wrong
repair: the _drawn lines in __init__, as in the twin
lines: 13, 14
crashes: no
"""
class Conv2D(nn.Module):
    _drawn = {}

    def __init__(self, kernel_size):
        super().__init__()
        if kernel_size not in Conv2D._drawn:
            Conv2D._drawn[kernel_size] = torch.rand(kernel_size)
        self.weight = nn.Parameter(Conv2D._drawn[kernel_size])
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias
