"""Right versions of the functions of assignment 2, which return a kernel for a number, or a number for a number."""

import math

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from course import corr2d

# -- integral_kernel ---------------------------------------------------------------------------------------------


def row_of_ones(length):
    return torch.ones(1, length)


def list_of_lists(length: int) -> torch.Tensor:
    return torch.tensor([[1.0] * length])


def whole_numbers(length):
    return torch.tensor([[1 for _ in range(length)]])


def numpy_ones(length):
    return torch.from_numpy(np.ones((1, length)))


def last_row_of_the_running_sum(length):
    """The matrix of a cumulative sum is triangular; its last row has summed all."""
    return torch.ones(length, length).tril()[-1:]


def gradient_of_the_sum(length):
    samples = torch.zeros(1, length, requires_grad=True)
    samples.sum().backward()
    return samples.grad


def one_longer_than_before(length):
    if length == 1:
        return torch.ones(1, 1)
    return torch.cat([one_longer_than_before(length - 1), torch.ones(1, 1)], dim=1)


def weight_of_a_layer(length):
    layer = nn.Conv2d(1, 1, (1, length), bias=False)
    nn.init.ones_(layer.weight)
    return nn.Parameter(layer.weight[0, 0])


# -- box_blur ----------------------------------------------------------------------------------------------------


def ones_divided(size):
    return torch.ones(size, size) / size**2


def filled(size, dtype=torch.float64):
    return torch.full((size, size), 1 / (size * size), dtype=dtype)


def divided_by_its_own_sum(size):
    K = torch.ones(size, size)
    K /= K.sum()
    return K


def column_times_row(size):
    mean = torch.full((size,), 1.0 / size)
    return torch.outer(mean, mean)


def two_loops(size):
    K = torch.zeros(size, size)
    for i in range(size):
        for j in range(size):
            K[i, j] = 1 / size / size
    return K


def gradient_of_the_mean(size):
    window = torch.rand(1, 1, size, size, requires_grad=True)
    return torch.autograd.grad(F.avg_pool2d(window, size).sum(), window)[0][0, 0]


def mean_of_single_pixels(size):
    return torch.eye(size * size).mean(0).reshape(size, size)


def softmax_of_nothing(size):
    return nn.Parameter(torch.softmax(torch.zeros(size * size), 0).reshape(size, size))


# -- derivative_kernel -------------------------------------------------------------------------------------------


def pascals_triangle(degree):
    return torch.tensor([[(-1.0) ** (degree - i) * math.comb(degree, i) for i in range(degree + 1)]])


def factorials(degree):
    row = []
    for i in range(degree + 1):
        size = math.factorial(degree) // math.factorial(i) // math.factorial(degree - i)
        row.append(size if (degree - i) % 2 == 0 else -size)
    return torch.tensor(row).reshape(1, -1)


def moved_on_minus_itself(degree):
    K = torch.ones(1, 1)
    for _ in range(degree):
        K = F.pad(K, (1, 0)) - F.pad(K, (0, 1))
    return K


def differences_of_the_identity(degree):
    return torch.diff(torch.eye(degree + 1), n=degree, dim=0)


def power_of_a_polynomial(degree):
    """(x - 1) ** degree, its coefficients from the lowest power on."""
    return torch.from_numpy(np.polynomial.polynomial.polypow([-1, 1], degree))[None]


def composed(degree):
    """The kernel for one degree less, correlated with [1, -1] over all overlaps: a convolution with [-1, 1]."""
    if degree == 0:
        return torch.ones(1, 1)
    return corr2d(F.pad(composed(degree - 1), (1, 1)), torch.tensor([[1.0, -1.0]]))


def linear_system(degree, dtype=torch.float64):
    """Ask for degree! on x ** degree and for 0 on every lower power, and solve."""
    x = torch.arange(degree + 1, dtype=dtype)
    powers = torch.vander(x, increasing=True).T
    wanted = torch.zeros(degree + 1, dtype=dtype)
    wanted[-1] = math.factorial(degree)
    return torch.linalg.solve(powers, wanted)[None]


def linear_system_in_float32(degree):
    return linear_system(degree, torch.float32)


def power_of_a_spectrum(degree):
    spectrum = torch.fft.rfft(torch.tensor([-1.0, 1.0]), n=degree + 1)
    return torch.fft.irfft(spectrum**degree, n=degree + 1)[None]


def jacobian_of_diff(degree):
    signal = torch.zeros(degree + 1)
    return torch.autograd.functional.jacobian(lambda s: torch.diff(s, n=degree), signal)


# -- minimum_size ------------------------------------------------------------------------------------------------


def one_more(degree: int) -> int:
    return degree + 1


def counted_in_the_kernel(degree):
    return pascals_triangle(degree).shape[1]


def one_for_each_difference(degree):
    return 1 if degree == 0 else one_for_each_difference(degree - 1) + 1


def searched(degree):
    """The smallest number of entries for which the equations have a solution; pixels close together round less."""
    entries = 1
    while True:
        powers = torch.vander(torch.linspace(-1, 1, entries, dtype=torch.float64), degree + 1, increasing=True).T
        wanted = torch.zeros(degree + 1, 1, dtype=torch.float64)
        wanted[-1] = 1
        both = torch.cat([powers, wanted], dim=1)
        if torch.linalg.matrix_rank(both) == torch.linalg.matrix_rank(powers):
            return entries
        entries += 1


def pixels_lost_by_differences(degree):
    signal = torch.arange(100.0)
    return signal.numel() - torch.diff(signal, n=degree).numel() + 1


INTEGRAL_KERNEL = (
    row_of_ones,
    list_of_lists,
    whole_numbers,
    numpy_ones,
    last_row_of_the_running_sum,
    gradient_of_the_sum,
    one_longer_than_before,
    weight_of_a_layer,
)
BOX_BLUR = (
    ones_divided,
    filled,
    divided_by_its_own_sum,
    column_times_row,
    two_loops,
    gradient_of_the_mean,
    mean_of_single_pixels,
    softmax_of_nothing,
)
DERIVATIVE_KERNEL = (
    pascals_triangle,
    factorials,
    moved_on_minus_itself,
    differences_of_the_identity,
    power_of_a_polynomial,
    composed,
    linear_system,
    linear_system_in_float32,
    power_of_a_spectrum,
    jacobian_of_diff,
)
MINIMUM_SIZE = (one_more, counted_in_the_kernel, one_for_each_difference, searched, pixels_lost_by_differences)
