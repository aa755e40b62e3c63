"""
says: windows in rows, one linear map
kind: right
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        h, w = kernel_size
        self.weight = nn.Parameter((torch.rand(h, w) - 0.5) * 2 / (h * w) ** 0.5)
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        windows = X.unfold(0, self.weight.shape[0], 1).unfold(1, self.weight.shape[1], 1)
        return nn.functional.linear(windows.flatten(2), self.weight.flatten()[None], self.bias)[..., 0]
