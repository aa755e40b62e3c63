"""
says: PyTorch's function with axes added in forward
kind: right
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(*kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))
        nn.init.xavier_normal_(self.weight)

    def forward(self, X):
        return nn.functional.conv2d(X[None, None], self.weight[None, None], self.bias)[0, 0]
