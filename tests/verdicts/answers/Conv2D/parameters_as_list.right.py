"""
says: the twin of parameters_as_list, repaired
kind: right
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight, self.bias = nn.Parameter(torch.randn(kernel_size)), nn.Parameter(torch.zeros(1))

    def forward(self, X):
        weight, bias = self.weight, self.bias
        return corr2d(X, weight) + bias
