"""Task `second_derivative`: a kernel of three numbers that gives 2 on x²."""

from grader.tasks.edge_detection.kernel_judges import ALONG_ROWS, advise_curvature, judge_curvature
from grader.tasks.model import Facet, Misconception, Task

_FIRST = "This is a first derivative: it responds to a ramp. Take the difference of two neighboring differences."


MISTAKES = (
    Misconception("central_difference", [[1, 0, -1]], _FIRST),
    Misconception("central_difference_and_sign", [[-1, 0, 1]], _FIRST),
    Misconception("half_central_difference", [[-0.5, 0, 0.5]], _FIRST),
    Misconception("first_difference", [[1, -1]], f"{_FIRST} It takes three numbers."),
    Misconception("first_difference_and_sign", [[-1, 1]], f"{_FIRST} It takes three numbers."),
    Misconception("first_difference_padded", [[-1, 1, 0]], _FIRST),
    Misconception("first_difference_padded_left", [[0, -1, 1]], _FIRST),
    Misconception("sign", [[-1, 2, -1]], "The sign is turned round: on x² it gives −2 instead of 2."),
    Misconception("smoothing", [[1, 2, 1]], "The minus is missing: this smooths. Flat areas must give 0."),
    Misconception("half", [[0.5, -1, 0.5]], "This gives 1 on x², half of what is asked."),
    Misconception("quarter", [[0.25, -0.5, 0.25]], "This gives 1/2 on x². Do not divide: 2 is asked for."),
    Misconception("double", [[2, -4, 2]], "This gives 4 on x², twice what is asked."),
    Misconception(
        "middle_too_small",
        [[1, -1, 1]],
        "The numbers do not add up to 0: the middle pixel takes part in both differences.",
    ),
    Misconception(
        "middle_too_small_and_sign",
        [[-1, 1, -1]],
        "The numbers do not add up to 0: the middle pixel takes part in both differences.",
    ),
    Misconception(
        "third_derivative",
        [[-1, 3, -3, 1]],
        "This is one derivative too far: it gives 0 on x². Three numbers are asked for.",
    ),
    Misconception("column", [[1], [-2], [1]], "This goes down the columns. One row is asked for: shape (1, 3)."),
    Misconception(
        "one_apart", [[1, -2, 0]], "The difference of two differences uses three pixels: the right one is missing."
    ),
    Misconception(
        "laplacian",
        [[0, 1, 0], [1, -4, 1], [0, 1, 0]],
        "This is the second derivative in both directions. Here one row is asked for: shape (1, 3).",
    ),
)


TASK = Task(
    "second_derivative",
    "value",
    1.5,
    "2.5",
    facets=(Facet("silent", 0.4, "0 on constants and ramps, but not on x²"), Facet("curvature", 0.6, "2 on x²")),
    judge=judge_curvature((1, 3), [ALONG_ROWS]),
    advise=advise_curvature((1, 3)),
    form={"": (1, 3)},
    misconceptions=MISTAKES,
)
