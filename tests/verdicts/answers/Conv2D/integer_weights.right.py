"""
says: draws whole numbers as weights; repaired: random floats
kind: right
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.randint(-3000, 4000, kernel_size) / 1000)
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias
