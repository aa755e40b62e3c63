"""
says: foward: the layer cannot be called
kind: wrong
repair: forward
lines: 15
crashes: yes
cause: there is no forward
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def foward(self, X):
        return corr2d(X, self.weight) + self.bias
