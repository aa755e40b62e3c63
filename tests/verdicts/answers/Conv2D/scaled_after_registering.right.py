"""
says: scales the parameter after making it, so it is no parameter any more; repaired: scale before nn.Parameter
kind: right
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(kernel_size))
        self.weight = nn.Parameter(self.weight.detach() * 0.01)
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias
