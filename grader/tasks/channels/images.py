"""The images, kernels and draws that the tasks on channels share."""

import numpy as np
import torch

from grader.tasks.draws import signed

TWO_COUNTING = torch.stack([torch.arange(9.0).reshape(3, 3), torch.arange(1.0, 10.0).reshape(3, 3)])  # In [49]
SEED_KERNELS = torch.tensor([[[0.0, 1.0], [2.0, 3.0]], [[1.0, 2.0], [3.0, 4.0]]])


def halves(*shape, start=0):
    """Small multiples of 1/2 in no simple order: every sum is exact in float32, and can be checked by hand."""
    count = torch.arange(start, start + int(np.prod(shape)))
    return ((count * 7 % 11) / 2.0 - 2.0).reshape(shape)


def draw_layers(rng, sizes):
    """Return (X, K) for each (c_in, image, c_out, kernel)."""
    return [(signed(rng, c, *image), signed(rng, o, c, *kernel)) for c, image, o, kernel in sizes]
