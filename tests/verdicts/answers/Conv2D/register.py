"""
says: right, by register
kind: right
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        for name, start in {"weight": torch.randn(tuple(kernel_size)), "bias": torch.zeros(1)}.items():
            self.register_parameter(name, nn.Parameter(start))

    def forward(self, X):
        X = X.to(self.weight.dtype)
        return nn.functional.conv2d(X[None, None], self.weight[None, None], self.bias)[0, 0]
