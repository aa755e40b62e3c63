"""Says for each task what a right answer is, by PyTorch, SciPy or a count; knows nothing of the grader."""

import torch
from torch import nn

from course import corr2d, images

from . import channels, cross_correlation, edge_detection, kernel_learning, matrices_and_beyond, padding_and_stride
from .compare import Checks, verdict

__all__ = ["NAMES", "judge"]

NOTEBOOKS = (cross_correlation, edge_detection, kernel_learning, padding_and_stride, channels, matrices_and_beyond)


def _pad2d(X, padding):
    return nn.functional.pad(X, (padding[1], padding[1], padding[0], padding[0]))


# What a cell of any notebook may use; the answers need no other name of theirs.
NAMES = {"torch": torch, "nn": nn, "corr2d": corr2d, "images": images}
# what the learner has written earlier
NAMES |= {
    "pad2d": _pad2d,
    "corr2d_multi_in": lambda X, K: channels.all_maps(X, K[None])[0],
    "corr2d_multi_in_out": channels.all_maps,
}


def judge(task: str, made: object) -> dict[str, str]:
    """Return what the task's oracle says of an object: each check's name with "right", "wrong" or "raised ..."."""
    checks: Checks = next(getattr(module, task) for module in NOTEBOOKS if hasattr(module, task))(made)
    return verdict(checks)
