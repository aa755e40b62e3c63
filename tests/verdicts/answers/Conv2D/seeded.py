"""
says: manual_seed in __init__ makes every new layer start with the same weight
kind: wrong
repair: line torch.manual_seed, as in the twin
lines: 11
crashes: no
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        torch.manual_seed(42)
        self.weight = nn.Parameter(torch.randn(*kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias
