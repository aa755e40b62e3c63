"""Task `derivative_kernel`: the kernel of a derivative of any degree."""

import math
from collections.abc import Callable, Sequence

import numpy as np
import torch

from grader.tasks.model import Case, Facet, Misconception, Task


def derivative_kernel(degree: int) -> torch.Tensor:
    """Take the difference "next minus this" `degree` times: 1, then -1 1, then 1 -2 1, then -1 3 -3 1, ..."""
    numbers = [1.0]
    for _ in range(degree):
        pairs = zip([0.0, *numbers], [*numbers, 0.0], strict=True)
        numbers = [before - here for before, here in pairs]
    return torch.tensor([numbers], dtype=torch.float64)


def cases(rng: np.random.Generator, public: bool) -> list[Case]:
    degrees = [1, 2, 3, 4] if public else [1, 2, 3, 4, 5, 6]
    facets = {0: "even", 1: "odd"}
    # numbers are whole; a linear system solved in float32 is off by some thousandths
    return [Case(facets[d % 2], f"derivative_kernel({d})", (d,), atol=0.02) for d in degrees]


def _iterated(*row: float, first: Sequence[float] = (1.0,), scale: float = 1.0) -> Callable[[int], torch.Tensor]:
    """Return a maker of kernels: `row` applied `degree` times."""

    def made(degree: int) -> torch.Tensor:
        numbers = list(first)
        for _ in range(degree):
            longer = [0.0] * (len(numbers) + len(row) - 1)
            for i, number in enumerate(numbers):
                for j, weight in enumerate(row):
                    longer[i + j] += scale * number * weight
            numbers = longer
        return torch.tensor([numbers])

    return made


def _far_difference(degree: int) -> torch.Tensor:
    return torch.tensor([[-1.0] + [0.0] * (degree - 1) + [1.0]])


def _padded_to_odd(degree: int) -> torch.Tensor:
    kernel = derivative_kernel(degree)
    return kernel if degree % 2 == 0 else torch.cat([kernel, torch.zeros(1, 1)], 1)


def _ones_with_signs(degree: int) -> torch.Tensor:
    return torch.tensor([[(-1.0) ** (degree - i) for i in range(degree + 1)]])


def _even_negated(degree: int) -> torch.Tensor:
    return derivative_kernel(degree) * (-1.0 if degree % 2 == 0 else 1.0)


def _powers(degree: int) -> torch.Tensor:
    return torch.tensor([[float(i**degree) for i in range(degree + 1)]])


MISTAKES = (
    Misconception(
        "odd_degrees_negated",
        _iterated(1.0, -1.0),
        "For odd degrees the sign is turned round: `[1, -1]`, the kernel of the first sections, is minus the derivative. Start from "
        "`[-1, 1]`, next minus this, so that the ramp gives +1.",
        about=("odd",),
    ),
    Misconception(
        "even_degrees_negated",
        _even_negated,
        "For even degrees the sign is turned round. The last number is +1 for every degree: it belongs to the largest x.",
    ),
    Misconception(
        "negated",
        lambda d: -derivative_kernel(d),
        "Every sign is turned round. The last number is +1: it belongs to the largest x.",
    ),
    Misconception(
        "signs_forgotten",
        lambda d: derivative_kernel(d).abs(),
        "The numbers are right, but their signs alternate: 1, −2, 1. Without them the kernel smooths.",
    ),
    Misconception(
        "numbers_forgotten",
        _ones_with_signs,
        "The signs alternate, but the numbers are not all 1: the difference of 1, −1 and its shifted copy has a 2.",
    ),
    Misconception(
        "one_too_short",
        lambda d: derivative_kernel(d - 1),
        "This kernel belongs to degree − 1: take one more difference.",
    ),
    Misconception(
        "one_too_long",
        lambda d: derivative_kernel(d + 1),
        "This kernel belongs to degree + 1: take one difference less.",
    ),
    Misconception(
        "divided_by_factorial",
        lambda d: derivative_kernel(d) / math.factorial(d),
        "The kernel is divided by degree!. On x^degree the derivative is degree!, not 1.",
    ),
    Misconception(
        "multiplied_by_factorial",
        lambda d: derivative_kernel(d) * math.factorial(d),
        "The kernel is multiplied by degree!. The differences alone already give degree! on x^degree.",
    ),
    Misconception(
        "divided_by_degree",
        lambda d: derivative_kernel(d) / d,
        "The kernel is divided by the degree. The differences alone already give degree! on x^degree.",
    ),
    Misconception(
        "central_differences",
        _iterated(-1.0, 0.0, 1.0),
        "`[-1, 0, 1]` compares pixels that are two apart: the kernel gets too long and the result 2^degree times too large.",
    ),
    Misconception(
        "halved_central_differences",
        _iterated(-1.0, 0.0, 1.0, scale=0.5),
        "`[-1, 0, 1] / 2` is a derivative too, but with two numbers more than needed for each step. Use `[-1, 1]`.",
    ),
    Misconception(
        "padded_to_odd_size",
        _padded_to_odd,
        "A 0 is added to make the size odd. A derivative kernel may have an even number of entries: degree + 1.",
        about=("odd",),
    ),
    Misconception(
        "always_first",
        lambda d: derivative_kernel(1),
        "This is the first difference for every degree: apply it `degree` times.",
    ),
    Misconception(
        "always_second",
        lambda d: derivative_kernel(2),
        "This is the second derivative for every degree: use the argument.",
    ),
    Misconception(
        "second_applied_each_time",
        _iterated(1.0, -2.0, 1.0),
        "`[1, -2, 1]` is applied `degree` times, which differentiates 2 · degree times. Apply `[-1, 1]`.",
    ),
    Misconception(
        "far_difference",
        _far_difference,
        "Two pixels that are `degree` apart are compared: that is one wide first difference. Take differences of differences.",
    ),
    Misconception(
        "column", lambda d: derivative_kernel(d).T, "This is a column. One row is asked for: shape (1, degree + 1)."
    ),
    Misconception(
        "without_rows",
        lambda d: derivative_kernel(d)[0],
        "This tensor has one axis. A kernel has two, rows and columns: shape (1, degree + 1).",
    ),
    Misconception(
        "mixed_derivative",
        lambda d: derivative_kernel(d).T @ derivative_kernel(d),
        "This differentiates along the rows and along the columns. One row is asked for: shape (1, degree + 1).",
    ),
    Misconception("powers", _powers, "These are the values of x^degree, not a kernel for them: 0, 1, 2^degree, …"),
)


TASK = Task(
    "derivative_kernel",
    "code",
    1.5,
    "6.7",
    facets=(
        Facet("even", 0.6, "degree! on x^degree, 0 on lower powers, degree + 1 entries"),
        # one mistake costs once: whoever forgets the signs does so for every degree
        Facet("odd", 0.4, "odd degrees as well as even ones, by the same rule", form=True),
    ),
    reference=derivative_kernel,
    cases=cases,
    misconceptions=MISTAKES,
)
