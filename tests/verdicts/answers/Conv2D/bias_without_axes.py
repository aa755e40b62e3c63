"""
says: registers by name; the bias is a 0-d parameter
kind: right
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        for name, start in {"weight": torch.randn(kernel_size), "bias": torch.tensor(0.0)}.items():
            self.register_parameter(name, nn.Parameter(start))

    def forward(self, X):
        return self.bias + corr2d(X, self.weight)
