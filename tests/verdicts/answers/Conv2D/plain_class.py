"""
says: a class that is no nn.Module
kind: wrong
repair: derive from nn.Module
lines: 9
crashes: yes
cause: an ordinary object cannot be called and has no named_parameters
"""
class Conv2D:
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias
