"""Draw the numbers of hidden cases."""

import numpy as np
import torch


def signed(rng, *shape):
    """Signed numbers that are not centred on zero, so that neither signs nor offsets can hide."""
    return torch.from_numpy(rng.normal(0.3, 1.0, shape).astype(np.float32))
