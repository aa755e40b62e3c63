"""Right in other ways than the lesson's: NumPy, outer products, other signs where both are right."""

# %% edge_table
import numpy as np

edge_table = {}
for kernel, K in {"K": np.array([[1, -1]]), "K.t()": np.array([[1], [-1]])}.items():
    for edge, X in X_edges.items():
        Y = corr2d(X, torch.from_numpy(K)).flatten()
        edge_table[f"{kernel} on {edge}"] = Y[Y.abs().argmax()].item()

# %% two_stripes
row = 1 - np.cumsum([0, 0, 1, -1, 1, 0, -1, 0])
two_stripes = np.tile(row, (8, 1))

# %% diagonal_responses
line, step = torch.eye(3), torch.ones(3, 3).triu()
diagonal_responses = {}
for name, X in (("line", line), ("step", step)):
    diagonal_responses[name] = -X.diff(dim=1)
    diagonal_responses[name + ", X transposed"] = -X.t().diff(dim=1)
    diagonal_responses[name + ", K transposed"] = -X.diff(dim=0)

# %% vertical_edge
vertical_edge = torch.tensor([[1, -1]])

# %% sobel_x
sobel_x = torch.outer(torch.tensor([1.0, 2, 1]), torch.tensor([1.0, 0, -1]))

# %% sobel_y
sobel_y = sobel_x.T

# %% antidiagonal_edge
antidiagonal_edge = torch.rot90(torch.tensor([[1.0, 0.0], [0.0, -1.0]]), -1)

# %% second_derivative
second_derivative = torch.eye(3).diff(n=2, dim=0)

# %% laplacian
laplacian = torch.tensor([[1.0, 4, 1], [4, -20, 4], [1, 4, 1]]) / 6  # the nine-point Laplacian

# %% integral_kernel
def integral_kernel(length):
    return np.ones((1, length))

# %% box_blur
def box_blur(size):
    row = torch.full((1, size), 1 / size, dtype=torch.float64)
    return row.T @ row

# %% answer-transpose_identity [markdown]
# sum over a, b of X[i + b, j + a] K[a, b], renamed.
