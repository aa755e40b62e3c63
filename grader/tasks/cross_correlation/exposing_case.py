"""Task `exposing_case`: an image and a kernel that tell the broken loop from the right one."""

import numpy as np

from grader.tasks.exposing import advise_exposing, judge_exposing
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


def _stands_still(X: np.ndarray, K: np.ndarray) -> bool:
    h, w = correlate(X, K).shape
    return h <= K.shape[0] and w <= K.shape[1]


REASONS = (  # each makes at least one of the bugs give the right result
    (
        "all_responses_zero",
        lambda X, K: not correlate(X, K).any(),
        "Every response is 0, which is what the broken loop always gives. Choose an image that K responds to.",
    ),
    (
        "one_number_kernel",
        lambda X, K: K.size == 1,
        "A kernel of one number is its own transpose and its own flip, so those two bugs cannot show. Give it more.",
    ),
    (
        "flat_image",
        lambda X, K: bool((X[0, 0] == X).all()),
        "All pixels are alike, so it makes no difference in which order the kernel meets them. Take different numbers.",
    ),
    (
        "kernel_is_its_own_transpose",
        lambda X, K: K.shape == K.T.shape and bool((K == K.T).all()),
        "K is its own transpose (`K.t()` equals `K`), so a kernel that is transposed by mistake cannot show.",
    ),
    (
        "kernel_is_its_own_flip",
        lambda X, K: bool((K[::-1, ::-1] == K).all()),
        "K turned by 180 degrees is K again, so a kernel that is flipped by mistake cannot show.",
    ),
    (
        "output_no_larger_than_kernel",
        _stands_still,
        "The output is no larger than the kernel, so loops over the kernel's size reach all of it, and cannot show.",
    ),
    (
        "last_row_responds_with_zero",
        lambda X, K: not correlate(X, K)[-1].any(),
        "The last row of the output is 0 anyway, so a loop that never computes it cannot show.",
    ),
)


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
    advise=advise_exposing(correlate, REASONS, axes=2),
    form={"X": 2, "K": 2},
)
