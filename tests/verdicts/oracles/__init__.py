"""Says for each task what a right answer is, by PyTorch, SciPy or a count; knows nothing of the grader."""

import torch
from torch import nn

from course import corr2d, figures, images

from . import channels, cross_correlation, edge_detection, kernel_learning, matrices_and_beyond, padding_and_stride
from .compare import Checks, verdict

__all__ = ["NAMES", "judge"]

NOTEBOOKS = (cross_correlation, edge_detection, kernel_learning, padding_and_stride, channels, matrices_and_beyond)

# What a cell of the notebooks finds: the imports, the given code, the examples of the text.
NAMES = {
    "torch": torch,
    "nn": nn,
    "corr2d": corr2d,
    "images": images,
    "figures": figures,
    "X_count": torch.arange(9.0).reshape(3, 3),
    "K_count": torch.tensor([[0.0, 1.0], [2.0, 3.0]]),
    "K_difference": torch.tensor([[1.0, -1.0]]),
    "X_stripes": images.stripes(6, 8),
    "Y_stripes": corr2d(images.stripes(6, 8), torch.tensor([[1.0, -1.0]])),
    "X_two": torch.stack([torch.arange(9.0).reshape(3, 3), torch.arange(1.0, 10.0).reshape(3, 3)]),
    "K_two": torch.tensor([[[0.0, 1.0], [2.0, 3.0]], [[1.0, 2.0], [3.0, 4.0]]]),
}


def judge(task: str, made: object) -> dict[str, str]:
    """Return what the task's oracle says of an object: each check's name with "right", "wrong" or "raised ..."."""
    checks: Checks = next(getattr(module, task) for module in NOTEBOOKS if hasattr(module, task))(made)
    return verdict(checks)
