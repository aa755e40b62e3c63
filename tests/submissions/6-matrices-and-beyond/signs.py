"""Every difference taken the other way round: this minus next."""

# %% derivative_kernel
def derivative_kernel(degree):
    K = torch.tensor([[1.0]])
    for _ in range(degree):
        K = nn.functional.pad(K, (0, 1)) - nn.functional.pad(K, (1, 0))
    return K

# %% minimum_size
def minimum_size(degree):
    return derivative_kernel(degree).shape[1]
