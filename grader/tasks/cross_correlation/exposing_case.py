"""Task `exposing_case`: an image and a kernel that tell the broken loop from the right one."""

import numpy as np

from grader.tasks.exposing import judge_exposing
from grader.tasks.model import Facet, Task
from grader.tasks.windows import correlate


def reads_output(X: np.ndarray, K: np.ndarray) -> np.ndarray:
    """In [19] of the seed, to the letter: near the border the window of Y is too small to multiply by K."""
    h, w = K.shape
    Y = np.zeros_like(correlate(X, K))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (Y[i : i + h, j : j + w] * K).sum()
    return Y


def transposed(X: np.ndarray, K: np.ndarray) -> np.ndarray:
    return correlate(X, K.T)


def flipped(X: np.ndarray, K: np.ndarray) -> np.ndarray:
    return correlate(X, K[::-1, ::-1])


def last_row_missing(X: np.ndarray, K: np.ndarray) -> np.ndarray:
    Y = correlate(X, K)
    Y[-1] = 0
    return Y


def loops_over_kernel(X: np.ndarray, K: np.ndarray) -> np.ndarray:
    """The loops run over the size of the kernel, and stop at the border or leave zeros."""
    h, w = K.shape
    Y = np.zeros_like(correlate(X, K))
    for i in range(h):
        for j in range(w):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y


TASK = Task(
    "exposing_case",
    "test",
    2,
    "1.3",
    facets=(
        Facet("planted", 0.5, "the broken loop and the right one give different results for your X and K"),
        Facet("siblings", 0.5, "your X and K also tell four other common bugs from the right loop"),
    ),
    judge=judge_exposing(
        right=correlate,
        planted=reads_output,
        siblings=(transposed, flipped, last_row_missing, loops_over_kernel),
        axes=2,
        same="the broken loop gives the right result for this X and K: choose an image whose responses are not all 0",
    ),
    form={"X": 2, "K": 2},
)
