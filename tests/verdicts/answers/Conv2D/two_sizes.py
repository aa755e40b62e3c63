"""
says: takes height and width as two arguments
kind: wrong
repair: one argument, the pair
lines: 10, 12
crashes: yes
cause: the layer is made with one pair, the second argument is missing
"""
class Conv2D(nn.Module):
    def __init__(self, height, width):
        super().__init__()
        self.weight = nn.Parameter(torch.rand(height, width))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias
