"""
says: wraps PyTorch's layer, which wants other axes than the text says; repaired: weight and bias of its own, in the shape of kernel_size
kind: right
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(kernel_size) / 2)
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias
