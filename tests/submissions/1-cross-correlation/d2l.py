"""The book's loop: right on everything that fits, silent on what does not."""

# %% predicted_outputs
predicted_outputs = {"counting": torch.tensor([[19, 25], [37, 43]]), "symmetric": torch.tensor([[18.0, 26], [26, 34]])}

# %% corr2d
def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y

# %% corr2d_fixed
def corr2d_fixed(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y

# %% exposing_case
def exposing_case():
    X = torch.tensor([[1.0, 2.0, 3.0], [2.0, 3.0, 4.0], [3.0, 4.0, 5.0]])
    return X, torch.tensor([[1.0, 2.0], [2.0, 3.0]])

# %% convolve2d
def convolve2d(X, K):
    return corr2d(X, K.flip(0))

# %% Conv2D
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        return corr2d(x, self.weight) + self.bias

# %% kernel_gradient
X_grad = torch.tensor([[1.0, 0.0, 2.0], [3.0, 5.0, 0.0], [0.0, 4.0, 7.0]])
layer = Conv2D((2, 2))
layer(X_grad).mean().backward()
kernel_gradient = layer.weight.grad

# %% answer-why_no_error [markdown]
# In-place assignment into Y is tracked, because Y is not a leaf. `net.grad` does not exist; `net.weight.grad` does.
