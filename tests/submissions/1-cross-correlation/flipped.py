"""True convolution throughout, a bias that is never added, and the gradient accumulated twice."""

# %% predicted_outputs
predicted_outputs = {"counting": [[5, 11], [23, 29]], "symmetric": [[14, 22], [22, 30]]}

# %% corr2d
import torch.nn.functional as F

def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2 or K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("sizes")
    turned = torch.rot90(K, 2)
    return F.conv2d(X[None, None].float(), turned[None, None].float())[0, 0]

# %% corr2d_fixed
corr2d_fixed = corr2d

# %% exposing_case
def exposing_case():
    return torch.rand(5, 7), torch.rand(2, 3)

# %% convolve2d
def convolve2d(X, K):
    return corr2d(X, K)

# %% Conv2D
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, self.weight)

# %% kernel_gradient
X_grad = torch.tensor([[1.0, 0.0, 2.0], [3.0, 5.0, 0.0], [0.0, 4.0, 7.0]])
net = nn.Conv2d(1, 1, 2)
for _ in range(2):
    net(X_grad[None, None]).sum().backward()
kernel_gradient = net.weight.grad

# %% answer-why_no_error [markdown]
# Because PyTorch handles it.
