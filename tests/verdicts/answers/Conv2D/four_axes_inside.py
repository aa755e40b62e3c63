"""
says: wraps PyTorch's layer, which wants other axes than the text says
kind: wrong
repair: weight and bias of its own, in the shape of kernel_size
lines: 12, 13
crashes: yes
cause: the inner layer's kernel has four axes, which corr2d refuses
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        inner = nn.Conv2d(1, 1, tuple(kernel_size))
        self.weight, self.bias = inner.weight, inner.bias

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias
