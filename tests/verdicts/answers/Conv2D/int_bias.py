"""
says: The bias is torch.tensor(0), an integer, and only floating point tensors can have gradients: RuntimeError in __init__
kind: wrong
repair: bias line, as in the twin
lines: 14
crashes: yes
cause: what it says
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        h, w = kernel_size
        self.weight = nn.Parameter(torch.empty(h, w).uniform_(-1, 1))
        self.bias = nn.Parameter(torch.tensor(0))

    def forward(self, X):
        return corr2d(X, self.weight).add(self.bias)
