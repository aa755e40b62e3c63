"""Everything right, with the loops of the lesson."""

# %% predicted_outputs
predicted_outputs = {"counting": [[19, 25], [37, 43]], "symmetric": [[18, 26], [26, 34]]}

# %% corr2d
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("X and K must be 2-D")
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("K does not fit in X")
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y

# %% corr2d_fixed
def corr2d_fixed(X, K):
    if X.dim() != 2 or K.dim() != 2 or K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("K does not fit in X")
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y

# %% exposing_case
def exposing_case():
    return torch.arange(20.0).reshape(4, 5), torch.tensor([[1.0, -2.0, 3.0], [0.0, 5.0, 1.0]])

# %% convolve2d
def convolve2d(X, K):
    return corr2d(X, K.flip(0, 1))

# %% Conv2D
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias

# %% kernel_gradient
X_grad = torch.tensor([[1.0, 0.0, 2.0], [3.0, 5.0, 0.0], [0.0, 4.0, 7.0]])
net = Conv2D((2, 2))
net(X_grad).sum().backward()
kernel_gradient = net.weight.grad

# %% answer-why_no_error [markdown]
# Y is a fresh tensor and not a leaf that requires a gradient, so writing into it is recorded by autograd.
# `net.grad` fails: modules have no gradient, their parameters do.
