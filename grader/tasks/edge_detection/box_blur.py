"""Task `box_blur`: the kernel of a mean, for odd and even sizes."""

import math

import numpy as np
import torch

from grader.tasks.model import Case, Facet, Misconception, Task


def box_blur(size: int) -> torch.Tensor:
    """The mean of size x size pixels: equal weights that add up to 1."""
    return torch.full((size, size), 1.0 / (size * size), dtype=torch.float64)


def cases(rng: np.random.Generator, public: bool) -> list[Case]:
    odd = [1, 3] if public else [1, 3, *sorted(rng.choice([5, 7, 9, 11], 2, replace=False).tolist())]
    even = [2, 4] if public else [2, 6, int(rng.choice([4, 8, 10]))]  # 1/36 has no end in binary, 1/16 does
    sizes = [("odd", n) for n in odd] + [("even", n) for n in even]
    return [Case(facet, f"box_blur({n})", (n,), atol=1e-5) for facet, n in sizes]


def _binomial_square(size: int) -> torch.Tensor:
    row = torch.tensor([math.comb(size - 1, i) for i in range(size)], dtype=torch.float64)
    return row[:, None] * row / row.sum() ** 2


def _without_center(size: int) -> torch.Tensor:
    kernel = torch.ones(size, size)
    kernel[size // 2, size // 2] = 0
    return kernel / max(size * size - 1, 1)


def _only_center(size: int) -> torch.Tensor:
    kernel = torch.zeros(size, size)
    kernel[size // 2, size // 2] = 1
    return kernel


def _odd(size: int) -> torch.Tensor:
    return box_blur(size if size % 2 else size + 1)


MISTAKES = (
    Misconception(
        "divided_by_size",
        lambda n: torch.ones(n, n) / n,
        "The weights are divided by size, but there are size × size of them: they must add up to 1.",
    ),
    Misconception(
        "not_divided",
        lambda n: torch.ones(n, n),
        "The weights are not divided, so this adds up (an integral) and brightens the image. They must add up to 1.",
    ),
    Misconception(
        "divided_by_twice_the_size",
        lambda n: torch.ones(n, n) / (2 * n),
        "The weights are divided by 2 · size, but there are size × size of them: `size ** 2`, not `size * 2`.",
    ),
    Misconception(
        "divided_by_exclusive_or",
        lambda n: torch.ones(n, n) / (n ^ 2),
        "`size ^ 2` is no power in Python (it compares bits): write `size ** 2`.",
    ),
    Misconception(
        "divided_twice", lambda n: torch.ones(n, n) / n**4, "The weights are divided too often: they must add up to 1."
    ),
    Misconception(
        "one_row",
        lambda n: torch.ones(1, n) / n,
        "This is one row, which blurs only from left to right. A square is asked for: shape (size, size).",
    ),
    Misconception(
        "one_column",
        lambda n: torch.ones(n, 1) / n,
        "This is one column, which blurs only up and down. A square is asked for: shape (size, size).",
    ),
    Misconception(
        "without_rows",
        lambda n: torch.ones(n * n) / n**2,
        "This tensor has one axis. A kernel has two, rows and columns: shape (size, size).",
    ),
    Misconception(
        "weighted",
        _binomial_square,
        "These weights are larger in the middle (a Gaussian blur). In a box all weights are equal.",
    ),
    Misconception("center_left_out", _without_center, "The middle pixel is left out. In a box all weights are equal."),
    Misconception(
        "nothing_but_the_center",
        _only_center,
        "Only the middle pixel counts, so nothing is blurred.",
        about=("odd", "even"),
    ),
    Misconception(
        "diagonal_only",
        lambda n: torch.eye(n) / n,
        "Only the diagonal counts (`torch.eye`). In a box all weights are equal (`torch.ones`).",
    ),
    Misconception(
        "odd_sizes_only",
        _odd,
        "An even size is made odd. A kernel may be 2 × 2 or 4 × 4: use `size` as it is.",
        about=("even",),
    ),
    Misconception(
        "always_three", lambda n: box_blur(3), "The size is always 3, whatever `size` says: use the argument."
    ),
    Misconception(
        "always_a_ninth",
        lambda n: torch.ones(n, n) / 9,
        "The weights are 1/9 for every size, which is right for 3 × 3 only: they must add up to 1.",
    ),
    Misconception(
        "random_weights",
        lambda n: torch.rand(n, n) / n**2,
        "The weights are not equal, and they do not add up to 1.",
        about=("odd", "even"),
    ),
    Misconception(
        "rounded_down",
        lambda n: torch.ones(n, n) * (1 // n**2),
        "All weights are 0: `//` rounds down, use `/`.",
        about=("odd", "even"),
    ),
)


TASK = Task(
    "box_blur",
    "code",
    1.5,
    "2.6",
    facets=(
        Facet("odd", 0.5, "equal weights that add up to 1"),
        # one mistake costs once: whoever divides wrongly does so for odd and even sizes alike
        Facet("even", 0.5, "even sizes as well as odd ones, by the same rule", form=True),
    ),
    reference=box_blur,
    cases=cases,
    misconceptions=MISTAKES,
)
