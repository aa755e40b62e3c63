"""
says: every weight 1, and the bias starts at 1; repaired: random weights and a bias of 0
kind: right
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.full(kernel_size, 1.0).normal_())
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias
