"""
says: forward calls super().forward
kind: wrong
repair: corr2d
lines: 16
crashes: yes
cause: Module has no forward
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return super().forward(X) + self.bias
