"""Task `predicted_outputs`: two cross-correlations by hand, before any code runs."""

import numpy as np

from course.checking.compare import to_array
from course.checking.data import Plain
from grader.tasks.model import Facet, Misconception, Task
from grader.tasks.windows import correlate


def _prediction(
    counting: list[list[float]], symmetric: list[list[float]] | None = None
) -> dict[str, list[list[float]]]:
    return {"counting": counting, "symmetric": symmetric or [[18, 26], [26, 34]]}


MISTAKES = (
    Misconception(
        "flipped_kernel",
        _prediction([[5, 11], [23, 29]], [[14, 22], [22, 30]]),
        "The kernel was flipped. Lay it on the window as it is: its top left number meets the top left pixel.",
    ),
    Misconception(
        "transposed_kernel",
        _prediction([[17, 23], [35, 41]]),
        "Rows and columns of the kernel were swapped. The symmetric example cannot show this, the other one does.",
    ),
    Misconception(
        "transposed_output",
        _prediction([[19, 37], [25, 43]]),
        "The numbers are right, but rows and columns of the output are swapped. The symmetric example cannot show it.",
    ),
    Misconception(
        "kernel_ignored",
        _prediction([[8, 12], [20, 24]], [[8, 12], [12, 16]]),
        "The pixels of each window were added up without multiplying them by the kernel.",
    ),
    Misconception(
        "mean_instead_of_sum",
        _prediction([[4.75, 6.25], [9.25, 10.75]], [[4.5, 6.5], [6.5, 8.5]]),
        "The products were averaged. They are added up.",
    ),
    Misconception(
        "matrix_product",
        _prediction([[25, 35], [55, 65]], [[21, 31], [31, 41]]),
        "Window and kernel were multiplied as matrices. Multiply number by number, then add.",
    ),
    Misconception(
        "matrix_product_of_the_corner",
        _prediction([[2, 3], [8, 15]], [[5, 8], [8, 13]]),
        "This is the matrix product of the upper left corner with the kernel. Each output belongs to a window of its own: "
        "multiply number by number, then add.",
    ),
    Misconception(
        "matrix_product_of_the_corner_once",
        _prediction([[2, 3], [8, 15]]),
        "This is the matrix product of the upper left corner with the kernel. Each output belongs to a window of its own: "
        "multiply number by number, then add.",
    ),
    Misconception(
        "products_not_added",
        _prediction([[0, 1], [6, 12]], [[1, 4], [4, 9]]),
        "These are the four products of the first window. Added up they make one output; then the window moves on.",
    ),
)


EXAMPLES = {
    "counting": ([[0, 1, 2], [3, 4, 5], [6, 7, 8]], [[0, 1], [2, 3]]),
    "symmetric": ([[1, 2, 3], [2, 3, 4], [3, 4, 5]], [[1, 2], [2, 3]]),
}


def advise_prediction(plain: Plain) -> tuple[str, str] | None:
    """Say which of the four products is missing in every wrong prediction, if it is the same one."""
    wrong = []
    for name, entry in plain["dict"]:
        image, kernel = (np.array(part, dtype=float) for part in EXAMPLES[name])
        given = to_array(entry)
        if given is None or given.shape != (2, 2):
            return None
        if not np.array_equal(given, correlate(image, kernel)):
            wrong.append((image, kernel, given))
    for row, column in np.ndindex(2, 2):
        if wrong and all(np.array_equal(g, correlate(X, _without(K, row, column))) for X, K, g in wrong):
            where = f"{('upper', 'lower')[row]} {('left', 'right')[column]}"
            return "product_missing", f"The product with the kernel's {where} number is missing in each sum of four."
    return None


def _without(kernel: np.ndarray, row: int, column: int) -> np.ndarray:
    kernel = kernel.copy()
    kernel[row, column] = 0
    return kernel


TASK = Task(
    "predicted_outputs",
    "value",
    2,
    "1.1",
    facets=(
        Facet("counting", 0.5, "your prediction for the image that counts from 0 to 8"),
        Facet("symmetric", 0.5, "your prediction for the symmetric example"),
    ),
    answer=_prediction([[19, 25], [37, 43]]),
    taught=True,
    advise=advise_prediction,
    form={"counting": (2, 2), "symmetric": (2, 2)},
    misconceptions=MISTAKES,
)
