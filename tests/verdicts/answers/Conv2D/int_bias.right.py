"""
says: the twin of int_bias, repaired
kind: right
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        h, w = kernel_size
        self.weight = nn.Parameter(torch.empty(h, w).uniform_(-1, 1))
        self.bias = nn.Parameter(torch.tensor(0.0))

    def forward(self, X):
        return corr2d(X, self.weight).add(self.bias)
