"""
says: every weight 1, and the bias starts at 1
kind: wrong
mistakes: 2
repair: random weights and a bias of 0
lines: 12, 13
crashes: no
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.full(kernel_size, 1.0))
        self.bias = nn.Parameter(torch.ones(1))

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias
