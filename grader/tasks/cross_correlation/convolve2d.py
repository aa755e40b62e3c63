"""Task `convolve2d`: the true convolution, built on `corr2d`."""

import numpy as np
import torch

from grader.tasks.case_names import case_name
from grader.tasks.cross_correlation.corr2d import corr2d
from grader.tasks.draws import signed
from grader.tasks.images import ASYMMETRIC, COUNTING, PICTURE, SEED_KERNEL
from grader.tasks.model import Case, Facet, Misconception, Task


def convolve2d(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    """True convolution: flip the kernel both ways, then correlate (SciPy: `convolve2d(X, K, mode="valid")`)."""
    return corr2d(X, K.flip(0, 1))


def cases(rng: np.random.Generator, public: bool) -> list[Case]:
    if public:
        pairs = [("values", COUNTING, SEED_KERNEL), ("rectangular", PICTURE, ASYMMETRIC)]
    else:
        pairs = [("values", signed(rng, n, n), signed(rng, k, k)) for n, k in ((5, 2), (6, 3))]
        sizes = [((6, 9), (1, 2)), ((9, 6), (3, 2)), ((5, 8), (2, 4)), ((8, 5), (3, 1))]
        pairs += [("rectangular", signed(rng, *image), signed(rng, *kernel)) for image, kernel in sizes]
    return [Case(facet, case_name(X, K), (X, K)) for facet, X, K in pairs]


def _wrapped(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    """Sum K[a, b] X[i - a, j - b] from i = j = 0 on, with indices below 0 counted from the end."""
    rows, columns = corr2d(X, K).shape
    terms = [
        weight * X.double().roll((a, b), (0, 1)) for a, row in enumerate(K.double()) for b, weight in enumerate(row)
    ]
    return sum(terms)[:rows, :columns].float()


MISTAKES = (
    Misconception(
        "not_flipped",
        lambda X, K: corr2d(X, K).float(),
        "This is cross-correlation: the kernel is not flipped. True convolution turns it by 180 degrees first.",
    ),
    Misconception(
        "flipped_rows_only",
        lambda X, K: corr2d(X, K.flip(0)).float(),
        "Only the rows of the kernel are flipped. True convolution flips rows and columns.",
    ),
    Misconception(
        "flipped_columns_only",
        lambda X, K: corr2d(X, K.flip(1)).float(),
        "Only the columns of the kernel are flipped. True convolution flips rows and columns.",
    ),
    Misconception(
        "transposed_not_flipped",
        lambda X, K: corr2d(X, K.T).float(),
        "The kernel is transposed. Flipping is something else: `K.flip(0, 1)` reverses the order along both axes.",
    ),
    Misconception(
        "turned_by_90_degrees",
        lambda X, K: corr2d(X, torch.rot90(K)).float(),
        "The kernel is turned by 90 degrees. Convolution turns it by 180 degrees: `K.flip(0, 1)`.",
    ),
    Misconception(
        "turned_by_90_degrees_clockwise",
        lambda X, K: corr2d(X, torch.rot90(K, -1)).float(),
        "The kernel is turned by 90 degrees. Convolution turns it by 180 degrees: `K.flip(0, 1)`.",
    ),
    Misconception(
        "transposed_and_flipped",
        lambda X, K: corr2d(X, K.T.flip(0, 1)).float(),
        "The kernel is flipped and also transposed. Only the flip belongs here.",
    ),
    Misconception(
        "image_flipped",
        lambda X, K: corr2d(X.flip(0, 1), K).float(),
        "The result is the right one, turned by 180 degrees: flip the kernel, not the image.",
    ),
    Misconception(
        "output_flipped",
        lambda X, K: corr2d(X, K).float().flip(0, 1),
        "This is cross-correlation, turned by 180 degrees: flip the kernel and nothing else, neither image nor output.",
    ),
    Misconception(
        "image_index_wraps",
        lambda X, K: _wrapped(X, K),
        "`X[i - a, j - b]` runs below 0 near the border, and Python then counts from the other end. Start at the window's "
        "last pixel: `X[i + h - 1 - a, j + w - 1 - b]`.",
    ),
    Misconception(
        "kernel_index_wraps",
        lambda X, K: corr2d(X, K.flip(0, 1).roll((1, 1), (0, 1))).float(),
        "`K[h - a]` counts from 1, as the textbook does; Python counts from 0, so the index runs around. Write "
        "`K[h - 1 - a, w - 1 - b]`.",
    ),
    Misconception(
        "negated_kernel",
        lambda X, K: corr2d(X, -K).float(),
        "The kernel's sign is changed. Flipping reverses its order, not its sign.",
    ),
    Misconception(
        "sorted_kernel",
        lambda X, K: corr2d(X, K.flatten().sort(descending=True).values.reshape(K.shape)).float(),
        "The kernel's values are sorted. Flipping reverses their order in place, whatever they are.",
    ),
    Misconception(
        "reads_output",
        lambda X, K: torch.zeros_like(corr2d(X, K)).float(),
        "Every result is 0: does the `corr2d` that this builds on read Y instead of X?",
    ),
)


TASK = Task(
    "convolve2d",
    "code",
    2,
    "1.4",
    facets=(
        Facet("values", 0.5, "square images and kernels that are not symmetric"),
        Facet("rectangular", 0.5, "rectangular images and kernels"),
    ),
    reference=convolve2d,
    cases=cases,
    needs=("corr2d",),
    misconceptions=MISTAKES,
)
