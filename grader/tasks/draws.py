"""How the numbers of hidden cases are drawn, with the rounding that a bias adds."""

import numpy as np
import torch

from course.checking.compare import fair_tolerance


def signed(rng: np.random.Generator, *shape: int) -> torch.Tensor:
    """Signed numbers that are not centred on zero, so that neither signs nor offsets can hide."""
    return torch.from_numpy(rng.normal(0.3, 1.0, shape).astype(np.float32))


def tolerance_with_bias(X: torch.Tensor, weight: torch.Tensor, bias: torch.Tensor) -> float:
    """A bias is one more weight, which meets a 1: adding it rounds, too, however small the other products are.

    >>> tolerance_with_bias(torch.zeros(2, 2), torch.zeros(1, 1), torch.tensor([2.0])) == fair_tolerance([1.0], [2.0])
    True
    """
    return fair_tolerance([*X.flatten().tolist(), 1.0], [*weight.flatten().tolist(), *bias.tolist()])
