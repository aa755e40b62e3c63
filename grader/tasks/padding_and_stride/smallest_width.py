"""Task `smallest_width`: the smallest width at which a wrong formula shows."""

import numpy as np

from course.checking.compare import to_array
from course.checking.data import Plain
from grader.tasks.model import Facet, Misconception, Task

MISTAKES = (
    Misconception(
        "starts_at_the_kernel",
        7.0,
        "The formula does go wrong at 7, but not for the first time. With its padding even an image narrower than the "
        "kernel has a place for it.",
    ),
    Misconception("seeds_own_width", 8.0, "At 8 both give 2: the floor hides the mistake. Look below."),
    Misconception(
        "first_that_fits_unpadded", 5.0, "At 5 both give the same. Look at widths below the kernel's own, too."
    ),
    Misconception("third", 11.0, "The formula does go wrong at 11, but not for the first time."),
    Misconception("one_too_wide", 4.0, "At 4 both give 1. One less?"),
    Misconception("nothing_fits_yet", 1.0, "At 1 the kernel does not fit even with its padding: both formulas give 0."),
    Misconception(
        "nothing_fits_yet_2", 2.0, "At 2 the kernel does not fit even with its padding: both formulas give 0."
    ),
    Misconception("unfloored", 0.0, "Without the floor the two always differ. Round both down first."),
)


def advise_width(plain: Plain) -> tuple[str, str] | None:
    """Say what both formulas give at the student's width."""
    number = to_array(plain)
    if number is None or number.size != 1 or number != np.floor(number) or number < 3:
        return None
    n = int(number.item())
    right, lucky = (n + 2 - 5) // 4 + 1, (n - 5 + 1 + 4) // 4
    if right == lucky:
        return "both_agree", f"At {n} both give {right}, so there the formula is right."
    return "not_the_first", f"At {n} it does go wrong ({lucky} instead of {right}), but not for the first time."


TASK = Task(
    "smallest_width",
    "value",
    1,
    "4.5",
    facets=(Facet("", 1.0, "the smallest width at which the lucky formula is wrong"),),
    answer={"": 3.0},
    advise=advise_width,
    form={"": ()},
    misconceptions=MISTAKES,
)
