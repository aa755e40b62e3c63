"""Task `integral_kernel`: the kernel of a running sum."""

import numpy as np
import torch

from grader.tasks.model import Case, Facet, Misconception, Task


def integral_kernel(length: int) -> torch.Tensor:
    """One row of ones: at each position the response is the sum of `length` samples."""
    return torch.ones(1, length, dtype=torch.float64)


def cases(rng: np.random.Generator, public: bool) -> list[Case]:
    lengths = [1, 3, 6] if public else [1, 2, *sorted(rng.choice(range(3, 16), 4, replace=False).tolist())]
    return [Case("values", f"integral_kernel({n})", (n,), atol=1e-4) for n in lengths]


def _counting(length: int) -> torch.Tensor:
    return torch.arange(1.0, length + 1)


def _trapezoid(length: int) -> torch.Tensor:
    row = torch.ones(1, length)
    row[0, 0] = row[0, -1] = 0.5
    return row


def _alternating(length: int) -> torch.Tensor:
    return torch.tensor([[(-1.0) ** i for i in range(length)]])


def _last_only(length: int) -> torch.Tensor:
    row = torch.zeros(1, length)
    row[0, -1] = 1
    return row


MISTAKES = (
    Misconception(
        "average",
        lambda n: torch.ones(1, n) / n,
        "This averages (a blur). An integral adds up: its weights are not divided by their number.",
    ),
    Misconception(
        "column",
        lambda n: torch.ones(n, 1),
        "This is a column, which adds up pixels below each other. One row is asked for: shape (1, length).",
    ),
    Misconception(
        "square",
        lambda n: torch.ones(n, n),
        "This is a square, which adds up whole blocks. One row is asked for: shape (1, length).",
    ),
    Misconception(
        "without_rows",
        lambda n: torch.ones(n),
        "This tensor has one axis. A kernel has two, rows and columns: shape (1, length).",
    ),
    Misconception("one_too_short", lambda n: torch.ones(1, n - 1), "One number is missing: `length` of them."),
    Misconception("one_too_long", lambda n: torch.ones(1, n + 1), "There is one number too many: `length` of them."),
    Misconception(
        "counts_up",
        lambda n: _counting(n)[None],
        "The weights grow, so later samples count more. In a sum every sample counts once. (1, 2, 3 … is the result "
        "of adding up ones, not the kernel.)",
    ),
    Misconception(
        "counts_down",
        lambda n: _counting(n).flip(0)[None],
        "The weights fall, so earlier samples count more. In a sum every sample counts once.",
    ),
    Misconception(
        "trapezoid",
        _trapezoid,
        "This is the trapezoid rule, which halves both ends. The running sum counts every sample once.",
    ),
    Misconception(
        "triangle_matrix",
        lambda n: torch.ones(n, n).tril(),
        "This is the matrix of a cumulative sum. A kernel is one row that slides: shape (1, length).",
    ),
    Misconception("derivative", lambda n: torch.tensor([[1.0, -1.0]]), "This is a difference, the opposite of a sum."),
    Misconception("alternating", _alternating, "The signs alternate, so samples cancel. A sum adds all of them."),
    Misconception("negated", lambda n: -torch.ones(1, n), "Every sign is turned round: this is minus the sum."),
    Misconception("last_sample_only", _last_only, "Only the last sample counts, so the response is the signal itself."),
    Misconception(
        "always_three", lambda n: torch.ones(1, 3), "The length is always 3, whatever `length` says: use the argument."
    ),
    Misconception("zeros", lambda n: torch.zeros(1, n), "All weights are 0, so every response is 0."),
)


TASK = Task(
    "integral_kernel",
    "code",
    1.5,
    "2.6",
    facets=(Facet("values", 1.0, "the kernel of the running sum, for every length from 1 on"),),
    reference=integral_kernel,
    cases=cases,
    misconceptions=MISTAKES,
)
