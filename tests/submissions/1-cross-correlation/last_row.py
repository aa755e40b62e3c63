"""Off by one in the loops, on top of it a layer without registered parameters."""

# %% predicted_outputs
predicted_outputs = {"counting": [[4.75, 6.25], [9.25, 10.75]], "symmetric": [[4.5, 6.5], [6.5, 8.5]]}

# %% corr2d
def corr2d(X, K):
    assert X.dim() == 2 and K.dim() == 2
    h, w = K.shape
    rows, columns = X.shape[0] - h + 1, X.shape[1] - w + 1
    Y = torch.zeros(rows, columns)
    for i in range(rows - 1):
        for j in range(columns):
            Y[i, j] = torch.sum(X[i : i + h, j : j + w] * K)
    return Y

# %% corr2d_fixed
def corr2d_fixed(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(h):
        for j in range(w):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y

# %% exposing_case
def exposing_case():
    return torch.zeros(4, 5), torch.rand(2, 2)

# %% convolve2d
def convolve2d(X, K):
    return corr2d(X, K.T)

# %% Conv2D
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = torch.randn(kernel_size, requires_grad=True)
        self.bias = torch.zeros(1, requires_grad=True)

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias

# %% kernel_gradient
X_grad = torch.tensor([[1.0, 0.0, 2.0], [3.0, 5.0, 0.0], [0.0, 4.0, 7.0]])
kernel_gradient = torch.tensor([[0.0, 1.0], [2.0, 3.0]])
