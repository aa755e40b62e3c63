"""
says: flips the kernel in forward, and registers the bias as a buffer; repaired: no flip, and a parameter
kind: right
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(kernel_size))
        self.register_parameter("bias", nn.Parameter(torch.zeros(1)))

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias
