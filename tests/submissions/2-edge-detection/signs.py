"""Right minus left throughout, as many libraries do it, and [1, -1] for the derivative."""

# %% edge_table
edge_table = {
    "K on A": -1, "K on B": 1, "K on C": 0, "K on D": 1,
    "K.t() on A": 0, "K.t() on B": 0, "K.t() on C": -1, "K.t() on D": -1,
}

# %% two_stripes
two_stripes = torch.tensor([0.0, 0, 1, 0, 1, 1, 0, 0]).repeat(8, 1)

# %% diagonal_responses
K = torch.tensor([[-1.0, 1.0]])
line, step = torch.eye(3), torch.ones(3, 3).triu()
diagonal_responses = {
    "line": corr2d(line, K), "line, X transposed": corr2d(line.t(), K), "line, K transposed": corr2d(line, K.t()),
    "step": corr2d(step, K), "step, X transposed": corr2d(step.t(), K), "step, K transposed": corr2d(step, K.t()),
}

# %% vertical_edge
vertical_edge = torch.tensor([[-1.0, 1.0]])

# %% sobel_x
sobel_x = torch.tensor([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])

# %% sobel_y
sobel_y = sobel_x.t()

# %% antidiagonal_edge
antidiagonal_edge = torch.tensor([[0.0, -1.0], [1.0, 0.0]])  # both signs are right here

# %% second_derivative
second_derivative = torch.tensor([[-1.0, 2.0, -1.0]])

# %% laplacian
laplacian = torch.tensor([[0.0, -1, 0], [-1, 4, -1], [0, -1, 0]])

# %% integral_kernel
def integral_kernel(length):
    return torch.ones(1, length) / length

# %% box_blur
def box_blur(size):
    return torch.ones(size, size) / size
