"""Everything right, the way the lesson does it."""

# %% edge_table
edge_table = {
    "K on A": 1, "K on B": -1, "K on C": 0, "K on D": -1,
    "K.t() on A": 0, "K.t() on B": 0, "K.t() on C": 1, "K.t() on D": 1,
}

# %% two_stripes
two_stripes = torch.ones((8, 8))
two_stripes[:, 2:3] = 0
two_stripes[:, 4:6] = 0

# %% diagonal_responses
diagonal_responses = {
    "line": [[1, 0], [-1, 1], [0, -1]],
    "line, X transposed": [[1, 0], [-1, 1], [0, -1]],
    "line, K transposed": [[1, -1, 0], [0, 1, -1]],
    "step": [[0, 0], [-1, 0], [0, -1]],
    "step, X transposed": [[1, 0], [0, 1], [0, 0]],
    "step, K transposed": [[1, 0, 0], [0, 1, 0]],
}

# %% answer-transpose_identity [markdown]
# Transposing both image and kernel only swaps the names of rows and columns, so every weight meets the same pixel.
# Transposing X changes nothing if X is symmetric, transposing K changes nothing if K is.

# %% vertical_edge
vertical_edge = torch.tensor([[1.0, -1.0]])

# %% sobel_x
sobel_x = torch.tensor([[1.0, 0.0, -1.0], [2.0, 0.0, -2.0], [1.0, 0.0, -1.0]])

# %% sobel_y
sobel_y = torch.tensor([[1.0, 2.0, 1.0], [0.0, 0.0, 0.0], [-1.0, -2.0, -1.0]])

# %% antidiagonal_edge
antidiagonal_edge = torch.tensor([[0.0, 1.0], [-1.0, 0.0]])

# %% second_derivative
second_derivative = torch.tensor([[1.0, -2.0, 1.0]])

# %% laplacian
laplacian = torch.tensor([[0.0, 1.0, 0.0], [1.0, -4.0, 1.0], [0.0, 1.0, 0.0]])

# %% integral_kernel
def integral_kernel(length):
    return torch.ones(1, length)

# %% box_blur
def box_blur(size):
    return torch.ones(size, size) / size**2
