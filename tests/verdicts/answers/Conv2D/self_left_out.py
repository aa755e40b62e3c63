"""
says: forgets self in the head of forward
kind: wrong
repair: self, X
lines: 15
crashes: yes
cause: Python hands over the layer itself as well, one argument too many
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(X):
        return corr2d(X, self.weight) + self.bias
