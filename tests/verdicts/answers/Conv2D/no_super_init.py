"""
says: forgets super().__init__()
kind: wrong
repair: call it first
lines: 11
crashes: yes
cause: a module takes no parameters before Module.__init__ has run
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias
