"""Right in other ways than the lesson's: unfold, FFT, an as_strided layer."""

# %% predicted_outputs
predicted_outputs = dict(counting=((19, 25), (37, 43)), symmetric=((18, 26), (26, 34)))

# %% corr2d
def fits(X, K):
    if X.dim() != 2 or K.dim() != 2 or K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError(f"{tuple(K.shape)} does not fit in {tuple(X.shape)}")

def corr2d(X, K, verbose=False):
    fits(X, K)
    windows = X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1)
    dtype = torch.result_type(X, K)
    return torch.einsum("ijab,ab->ij", windows.to(dtype), K.to(dtype))

# %% corr2d_fixed
def corr2d_fixed(X, K):
    fits(X, K)
    size = X.shape
    product = torch.fft.rfft2(X.double(), s=size) * torch.fft.rfft2(K.double(), s=size).conj()
    return torch.fft.irfft2(product, s=size)[: size[0] - K.shape[0] + 1, : size[1] - K.shape[1] + 1]

# %% exposing_case
def exposing_case():
    return torch.tensor([[3.0, -1.0, 4.0, 1.0], [5.0, -9.0, 2.0, 6.0], [5.0, 3.0, 5.0, -8.0]]), torch.tensor([[2.0, 7.0]])

# %% convolve2d
def convolve2d(X, K):
    return torch.nn.functional.conv2d(X[None, None], K.flip((0, 1))[None, None]).squeeze(0).squeeze(0)

# %% Conv2D
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(1, 1, *kernel_size).uniform_(-1, 1))
        self.bias = nn.Parameter(torch.tensor(0.0))

    def forward(self, X):
        return corr2d(X, self.weight[0, 0], verbose=True) + self.bias

# %% kernel_gradient
X_grad = torch.tensor([[1.0, 0.0, 2.0], [3.0, 5.0, 0.0], [0.0, 4.0, 7.0]])
layer = nn.Conv2d(1, 1, 2)
layer(X_grad[None, None]).sum().backward()
kernel_gradient = layer.weight.grad

# %% answer-why_no_error [markdown]
# Autograd records the assignment into Y, a fresh tensor. Messages: `'Conv2D' object has no attribute 'grad'` and
# `grad can be implicitly created only for scalar outputs`.
