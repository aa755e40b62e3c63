"""
says: sets the seed in __init__, so that all layers are alike
kind: wrong
repair: no seed
lines: 11
crashes: no
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        torch.manual_seed(42)
        self.weight = nn.Parameter(torch.randn(*kernel_size))
        self.bias = nn.Parameter(torch.zeros(()))

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias
