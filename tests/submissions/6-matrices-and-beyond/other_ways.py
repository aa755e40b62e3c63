"""Right in other ways than the lesson's: a linear system for the derivative kernels."""

# %% derivative_kernel
import math

def derivative_kernel(degree):
    powers = torch.vander(torch.arange(degree + 1.0), increasing=True).T
    wanted = torch.zeros(degree + 1)
    wanted[degree] = math.factorial(degree)
    return torch.linalg.solve(powers, wanted)[None]

# %% minimum_size
def minimum_size(degree):
    return derivative_kernel(degree).numel()

# %% answer-why_not_smaller [markdown]
# A polynomial of degree d - 1 goes through d points of x^d.
