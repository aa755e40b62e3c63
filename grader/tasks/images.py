"""What the public cases show: readable images and kernels, every sum over which is exact in float32."""

import math

import torch

COUNTING = torch.arange(9.0).reshape(3, 3)
SEED_KERNEL = torch.tensor([[0.0, 1.0], [2.0, 3.0]])  # the K that section 1.1 leaves in the notebook
ASYMMETRIC = torch.tensor([[1.0, -2.0, 0.5], [0.25, 3.0, -1.0]])
LARGE_PICTURE = torch.tensor(
    [
        [1.0, 0.0, -2.0, 1.5, 3.0, -1.0, 2.0],
        [0.5, -1.0, 2.0, 0.0, 1.0, 4.0, -2.0],
        [-3.0, 2.0, 1.0, -0.5, 2.0, 0.0, 1.0],
        [2.0, 1.0, 0.0, 4.0, -1.0, 3.0, -0.5],
        [1.0, -2.0, 3.0, 0.5, 0.0, 2.0, -1.0],
        [0.0, 3.0, -1.0, 2.0, 1.0, -4.0, 2.5],
    ]
)
PICTURE = LARGE_PICTURE[:4, :5].contiguous()
STRIPES = torch.ones(6, 8)  # white, black, white
STRIPES[:, 2:6] = 0


def halves(*shape: int, start: int = 0) -> torch.Tensor:
    """Small multiples of 1/2 in no simple order: every sum is exact in float32, and can be checked by hand."""
    count = torch.arange(start, start + math.prod(shape))
    return ((count * 7 % 11) / 2.0 - 2.0).reshape(shape)
