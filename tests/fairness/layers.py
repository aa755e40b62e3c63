"""Right versions of the other tasks of assignment 1: `convolve2d` and `Conv2D`."""

import torch
import torch.nn.functional as F
from torch import nn

from course import corr2d
from tests.fairness.corr2d import fourier, im2col, shift_and_add, sizes


def flips(X, K):
    return corr2d(X, K.flip(0, 1))


def reversed_indices(X, K):
    rows, columns, h, w = sizes(X, K)
    terms = (
        X[h - 1 - a : h - 1 - a + rows, w - 1 - b : w - 1 - b + columns] * K[a, b] for a in range(h) for b in range(w)
    )
    return sum(terms)


def turned_twice(X, K):
    return shift_and_add(X, torch.rot90(K, 2))


def image_and_output_flipped(X, K):
    return im2col(X.flip(0, 1), K).flip(0, 1)


def product_of_spectra(X, K):
    rows, columns, h, w = sizes(X, K)
    n = tuple(X.shape)
    Y = torch.fft.irfft2(torch.fft.rfft2(X.double(), s=n) * torch.fft.rfft2(K.double(), s=n), s=n)
    return Y[h - 1 :, w - 1 :]


def middle_of_the_full_convolution(X, K):
    rows, columns, h, w = sizes(X, K)
    return F.conv_transpose2d(X[None, None], K[None, None])[0, 0, h - 1 : h - 1 + rows, w - 1 : w - 1 + columns]


class Plain(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias


class ScalarBiasAndHelpers(nn.Module):
    """A bias without axes, a weight from `nn.init`, more defaults, a buffer and a print."""

    def __init__(self, kernel_size, scale=0.1, verbose=False):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(kernel_size))
        nn.init.normal_(self.weight, std=scale)
        self.bias = nn.Parameter(torch.tensor(0.0))
        self.register_buffer("calls", torch.zeros(1))

    def forward(self, X):
        self.calls += 1
        return shift_and_add(X, self.weight).add(self.bias)


class FourAxes(nn.Module):
    """The weight as nn.Conv2d keeps it: (1, 1, h, w)."""

    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(1, 1, *kernel_size) / 10)
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return F.conv2d(X[None, None], self.weight, self.bias)[0, 0]


class BasedOnTorch(nn.Conv2d):
    def __init__(self, kernel_size):
        super().__init__(1, 1, tuple(kernel_size))
        nn.init.zeros_(self.bias)  # as the text asks

    def forward(self, X):
        return super().forward(X[None, None])[0, 0]


class InDoublePrecision(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(kernel_size, dtype=torch.float64))
        self.bias = nn.Parameter(torch.zeros((1, 1), dtype=torch.float64))

    def forward(self, X):
        return fourier(X, self.weight) + self.bias


CONVOLVE2D = (
    flips,
    reversed_indices,
    turned_twice,
    image_and_output_flipped,
    product_of_spectra,
    middle_of_the_full_convolution,
)
CONV2D = (Plain, ScalarBiasAndHelpers, FourAxes, BasedOnTorch, InDoublePrecision)
