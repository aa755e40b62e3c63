"""
says: empty parameters filled by init, forward with unfold
kind: right
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(kernel_size))
        self.bias = nn.Parameter(torch.empty(1))
        nn.init.normal_(self.weight, std=0.3)
        nn.init.zeros_(self.bias)

    def forward(self, X):
        h, w = self.weight.shape
        return torch.einsum("ijab,ab->ij", X.unfold(0, h, 1).unfold(1, w, 1), self.weight) + self.bias
