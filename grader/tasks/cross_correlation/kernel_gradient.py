"""Task `kernel_gradient`: the gradient of the summed output, by hand."""

import numpy as np

from course.checking.compare import to_array
from course.checking.data import Plain
from grader.tasks.model import Facet, Misconception, Task

MISTAKES = (
    Misconception(
        "twice", {"": [[18, 14], [24, 32]]}, "Twice the gradient: `backward` adds to `.grad`. Zero it first."
    ),
    Misconception(
        "mean", {"": [[2.25, 1.75], [3, 4]]}, "The gradient of the mean. The task asks for the sum of the output."
    ),
    Misconception("transposed", {"": [[9, 12], [7, 16]]}, "Rows and columns are swapped."),
    Misconception("image", {"": [[1, 0], [3, 5]]}, "Only the first window. Every position of the kernel contributes."),
    Misconception("ones", {"": [[1, 1], [1, 1]]}, "The gradient with respect to the output, not to the kernel."),
    Misconception(
        "bias", {"": [[4, 4], [4, 4]]}, "The bias's gradient: the number of outputs. Ask the kernel's `.grad`."
    ),
    Misconception("kernel", {"": [[0, 1], [2, 3]]}, "This is a kernel, not its gradient: ask `net.weight.grad`."),
)


def advise_gradient(plain: Plain) -> tuple[str, str] | None:
    """Say of a gradient with fractions that this one has none: it is made of the pixels alone."""
    given = to_array(plain)
    if given is None or given.size != 4 or (np.abs(given - np.round(given)) < 1e-4).all():
        return None
    return (
        "not_of_pixels_alone",
        "Of the summed output each number of the gradient is a sum of pixels, a whole number here, whatever the weights "
        "are. Is this the weight itself, or is something else than the plain output added up?",
    )


TASK = Task(
    "kernel_gradient",
    "value",
    1,
    "1.6",
    facets=(Facet("", 1.0, "the gradient of the summed output with respect to the kernel"),),
    answer={"": [[9, 7], [12, 16]]},
    advise=advise_gradient,
    form={"": (2, 2)},
    misconceptions=MISTAKES,
)
