"""
says: keeps the parameters in a plain list
kind: wrong
repair: as attributes
lines: 12, 15
crashes: yes
cause: there is no attribute weight
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.params = [nn.Parameter(torch.randn(kernel_size)), nn.Parameter(torch.zeros(1))]

    def forward(self, X):
        weight, bias = self.params
        return corr2d(X, weight) + bias
