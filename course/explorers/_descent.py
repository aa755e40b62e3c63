"""Gradient descent on two weights with a bias: where a 1 x 2 kernel goes that should become [1, -1]."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ._samples import images

STRIPE = images()["stripe"]
_TARGET = np.array([1.0, -1.0, 0.0])  # two weights and a bias


class Path(NamedTuple):
    """Where a training went: one entry for each step, the start included."""

    weights: list[list[float]]  # [w0, w1], and the bias if there is one
    gradients: list[list[float]]  # what `.grad` holds
    losses: list[float]

    @property
    def weight(self) -> list[float]:
        """The weight after the last step."""
        return self.weights[-1]


def hessian(reduction: str = "sum", bias: bool = False) -> np.ndarray:
    """Return the curvature (3, 3) of the loss over [w0, w1, bias]; without a bias its row and column are 0."""
    pixels = np.array(STRIPE)
    windows = np.stack([pixels[:, :-1].ravel(), pixels[:, 1:].ravel(), np.ones(pixels[:, 1:].size)], axis=1)
    curvature = 2 * windows.T @ windows / (len(windows) if reduction == "mean" else 1)
    if not bias:
        curvature[2], curvature[:, 2] = 0, 0
    return curvature


def walk(start: Sequence[float], rate: float, steps: int, zero_grad: bool, reduction: str, bias: bool) -> Path:
    """Return the steps of gradient descent; the loss is a quadratic around [1, -1]."""
    curvature, weight, held, entries = hessian(reduction, bias), np.array([*start, 0.0]), np.zeros(3), []
    shown = 3 if bias else 2
    for _ in range(steps + 1):
        error = weight - _TARGET
        slope = curvature @ error
        held = slope if zero_grad else held + slope
        entries.append((weight[:shown].tolist(), held[:shown].tolist(), float(error @ slope / 2)))
        weight = weight - rate * held
    return Path(*(list(column) for column in zip(*entries, strict=True)))
