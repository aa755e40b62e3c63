"""
says: flips the kernel in forward, and registers the bias as a buffer
kind: wrong
mistakes: 2
repair: no flip, and a parameter
lines: 13, 16
crashes: no
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(kernel_size))
        self.register_buffer("bias", torch.zeros(1, requires_grad=True))

    def forward(self, X):
        return corr2d(X, self.weight.flip(0, 1)) + self.bias
