"""
says: draws whole numbers as weights
kind: wrong
repair: random floats
lines: 12
crashes: yes
cause: integers can have no gradient, so they cannot be parameters
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.randint(-3, 4, kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias
