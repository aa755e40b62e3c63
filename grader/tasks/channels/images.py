"""What the tasks on channels share: images, kernels, draws."""

from collections.abc import Sequence

import numpy as np
import torch

from grader.tasks.draws import signed

TWO_COUNTING = torch.stack([torch.arange(9.0).reshape(3, 3), torch.arange(1.0, 10.0).reshape(3, 3)])  # In [49]
SEED_KERNELS = torch.tensor([[[0.0, 1.0], [2.0, 3.0]], [[1.0, 2.0], [3.0, 4.0]]])


def draw_layers(rng: np.random.Generator, sizes: Sequence[tuple]) -> list[tuple[torch.Tensor, torch.Tensor]]:
    """Return (X, K) for each (c_in, image, c_out, kernel)."""
    return [(signed(rng, c, *image), signed(rng, o, c, *kernel)) for c, image, o, kernel in sizes]
