"""
says: forward computes and returns nothing
kind: wrong
repair: returns it
lines: 16
crashes: yes
cause: None is no output
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        Y = corr2d(X, self.weight) + self.bias
