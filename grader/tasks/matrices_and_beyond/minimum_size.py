"""Task `minimum_size`: how many entries a derivative needs."""

import numpy as np

from grader.tasks.model import Case, Facet, Misconception, Task


def minimum_size(degree: int) -> int:
    """Return degree + 1: each difference needs one more number."""
    return degree + 1


def cases(rng: np.random.Generator, public: bool) -> list[Case]:
    degrees = [1, 2, 3] if public else [1, 2, 3, *sorted(rng.choice(range(4, 13), 3, replace=False).tolist())]
    return [Case("values", f"minimum_size({d})", (d,)) for d in degrees]


MISTAKES = (
    Misconception(
        "the_degree", lambda d: d, "`degree` numbers are one too few: the first derivative already compares two pixels."
    ),
    Misconception(
        "next_odd", lambda d: d + 1 + d % 2, "A kernel need not have an odd size: `[-1, 1]` has two entries."
    ),
    Misconception(
        "symmetric",
        lambda d: 2 * d + 1,
        "The kernel need not lie around a middle pixel: each difference adds only one entry.",
    ),
    Misconception(
        "odd_only",
        lambda d: 2 * (d // 2) + 1,
        "A kernel need not have an odd size: `[-1, 1]` has two entries, and degree 1 needs both.",
    ),
    Misconception(
        "two_for_each_but_one",
        lambda d: 2 * d - 1,
        "Each further difference adds one entry, not two, and the first one already needs two.",
    ),
    Misconception("one_more", lambda d: d + 2, "This is one more than needed: `[-1, 1]` has two entries for degree 1."),
    Misconception("doubled", lambda d: 2 * d, "Each further difference adds one entry, not two."),
    Misconception("power_of_two", lambda d: 2**d, "Each further difference adds one entry, it does not double them."),
    Misconception("square", lambda d: (d + 1) ** 2, "One row is enough: a derivative along one axis needs no square."),
    Misconception("always_two", lambda d: 2, "Two entries are enough for degree 1 only."),
    Misconception(
        "always_three", lambda d: 3, "Three entries are what degree 2 needs; smaller and larger degrees differ."
    ),
    Misconception(
        "product", lambda d: d * (d + 1) // 2 + 1, "Each further difference adds one entry, whatever the degree."
    ),
    Misconception(
        "one_less",
        lambda d: d - 1,
        "It is the other way round: each difference loses one pixel of the signal, so the kernel grows by one entry.",
    ),
)


TASK = Task(
    "minimum_size",
    "code",
    0.5,
    "6.7",
    facets=(Facet("values", 1.0, "the smallest number of entries, as an int, for every degree from 1 on"),),
    reference=minimum_size,
    cases=cases,
    needs=("derivative_kernel",),
    misconceptions=MISTAKES,
)
