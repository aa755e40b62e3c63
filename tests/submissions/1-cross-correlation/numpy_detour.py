"""Right values by way of NumPy and SciPy, so no gradient; noisy, with prints, warnings and shadowed names."""

# %% predicted_outputs
predicted_outputs = {"counting": [[19, 25], [37, 43]], "symmetric": [[18, 26], [26, 34]]}

# %% corr2d
import warnings
import numpy as np

check_me, list, sum = 1, "shadowed", None
torch.set_default_dtype(torch.float64)

def corr2d(X, K):
    warnings.warn("going through NumPy")
    print("corr2d", X.shape, K.shape)
    if X.dim() != 2 or K.dim() != 2 or K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("sizes")
    windows = np.lib.stride_tricks.sliding_window_view(X.detach().numpy(), tuple(K.shape))
    return torch.from_numpy(np.tensordot(windows, K.detach().numpy(), axes=([2, 3], [0, 1])))

# %% corr2d_fixed
def corr2d_fixed(X, K):
    return corr2d(X, K)

# %% exposing_case
def exposing_case():
    rng = np.random.default_rng(1)
    return torch.from_numpy(rng.normal(size=(6, 9))), torch.from_numpy(rng.normal(size=(3, 2)))

# %% convolve2d
def convolve2d(X, K):
    from scipy.signal import convolve2d as reference
    return torch.from_numpy(reference(X.numpy(), K.numpy(), mode="valid"))

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
kernel_gradient = np.array([[9, 7], [12, 16]])

# %% answer-why_no_error [markdown]
# I do not know.
