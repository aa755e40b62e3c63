"""The seed notebook's own cells, with its mistakes: a loop that reads Y, `Conv2d` for `Conv2D`, open questions."""

# %% predicted_outputs
predicted_outputs = {
    "counting": [[None, None], [None, None]],
    "symmetric": [[18.0, 26.0], [26.0, 34.0]],
}

# %% corr2d
def corr2d(X,K):
    h,w = K.shape
    Y = torch.zeros((X.shape[0] -h+1), (X.shape[1] -w +1))

    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            mul = (X[i:i+h, j:j+w] * K)
#             print(mul)
            Y[i,j] = mul.sum()

    return Y

# %% + corr2d
def corr2d(X, K):  #@save
    """Compute 2D cross-correlation."""
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
            Y[i,j] = (Y[i:i+h, j : j +w] * K).sum()
    return Y

# %% exposing_case
def exposing_case():
    X =  torch.zeros((8,8))
    for i in range(X.shape[0]):
        X[i][i] = 1
    K = torch.tensor([[1.0,-1.0]])
    return X, K

# %% Conv2D
class Conv2d(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias

# %% + Conv2D
net = Conv2d(torch.Size([2, 2]))

# %% kernel_gradient
try:
    net.grad
except Exception as e:
    print(e)
kernel_gradient = None

# %% answer-why_no_error [markdown]
# I am able to do `net.weights.grad`, when I try `net.grad` I get the error `'Conv2d' object has no attribute 'grad'`
