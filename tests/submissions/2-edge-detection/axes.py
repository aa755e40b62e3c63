"""Rows and columns mixed up, first derivatives for second ones, odd kernels only."""

# %% edge_table
edge_table = {
    "K on A": 0, "K on B": 0, "K on C": 1, "K on D": 1,
    "K.t() on A": 1, "K.t() on B": -1, "K.t() on C": 0, "K.t() on D": -1,
}

# %% two_stripes
two_stripes = torch.ones(8, 8)
two_stripes[2:3, :] = 0
two_stripes[4:6, :] = 0

# %% diagonal_responses
diagonal_responses = {
    "line": [[1, 0], [-1, 1], [0, -1]],
    "line, X transposed": [[1, 0], [-1, 1], [0, -1]],
    "line, K transposed": [[1, -1, 0], [0, 1, -1]],
    "step": [[0, 0], [-1, 0], [0, -1]],
    "step, X transposed": [[0, 0], [-1, 0], [0, -1]],
    "step, K transposed": [[1, 0, 0], [0, 1, 0]],
}

# %% vertical_edge
vertical_edge = torch.tensor([[1.0], [-1.0]])

# %% sobel_x
sobel_x = torch.tensor([[1.0, 2, 1], [0, 0, 0], [-1, -2, -1]])

# %% sobel_y
sobel_y = torch.tensor([[1.0, 0, -1], [2, 0, -2], [1, 0, -1]])

# %% antidiagonal_edge
antidiagonal_edge = torch.tensor([[1.0, 0.0], [0.0, -1.0]])

# %% second_derivative
second_derivative = torch.tensor([[1.0, 0.0, -1.0]])

# %% laplacian
laplacian = torch.tensor([[1.0, -2, 1], [-2, 4, -2], [1, -2, 1]])

# %% integral_kernel
def integral_kernel(length):
    return torch.ones(length)

# %% box_blur
def box_blur(size):
    size = size if size % 2 else size + 1
    return torch.ones(size, size) / size**2
