"""
says: The weight is drawn anew in every forward, so two calls disagree (and training is lost)
kind: wrong
repair: first line of forward, as in the twin
lines: 16
crashes: no
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.kernel_size = kernel_size
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        self.weight.data = torch.rand(self.kernel_size)
        return corr2d(X, self.weight) + self.bias
