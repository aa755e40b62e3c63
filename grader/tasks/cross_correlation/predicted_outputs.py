"""Task `predicted_outputs`: two cross-correlations by hand, before any code runs."""

from grader.tasks.model import Facet, Misconception, Task


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
)


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
    form={"counting": (2, 2), "symmetric": (2, 2)},
    misconceptions=MISTAKES,
)
