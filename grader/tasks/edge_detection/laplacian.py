"""Task `laplacian`: a 3x3 kernel that gives the same second derivative in every direction."""

from grader.tasks.edge_detection.kernel_judges import ALONG_COLUMNS, ALONG_ROWS, advise_curvature, judge_curvature
from grader.tasks.model import Facet, Misconception, Task

MISTAKES = (
    Misconception(
        "sign",
        [[0, -1, 0], [-1, 4, -1], [0, -1, 0]],
        "The sign is turned round: many books print it like this, but on x² it gives −2.",
    ),
    Misconception(
        "eight_neighbors",
        [[1, 1, 1], [1, -8, 1], [1, 1, 1]],
        "With all eight neighbors the response to x² is 6. Add the second derivatives of one row and one column.",
    ),
    Misconception(
        "eight_neighbors_and_sign",
        [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]],
        "This is the edge kernel with all eight neighbors: on x² it gives −6.",
    ),
    Misconception(
        "one_row_only",
        [[0, 0, 0], [1, -2, 1], [0, 0, 0]],
        "Only the row is there. The column's second derivative must be added.",
    ),
    Misconception(
        "one_column_only",
        [[0, 1, 0], [0, -2, 0], [0, 1, 0]],
        "Only the column is there. The row's second derivative must be added.",
    ),
    Misconception(
        "center_counted_once",
        [[0, 1, 0], [1, -2, 1], [0, 1, 0]],
        "Both second derivatives bring their own −2 for the middle, so flat areas give 0.",
    ),
    Misconception(
        "multiplied",
        [[1, -2, 1], [-2, 4, -2], [1, -2, 1]],
        "The two second derivatives are applied one after the other. The Laplacian adds them.",
    ),
    Misconception(
        "row_and_column_spread",
        [[2, -1, 2], [-1, -4, -1], [2, -1, 2]],
        "A row plus a column spreads both over all nine places (broadcasting). Each belongs into the middle of a 3 x 3 "
        "kernel that is 0 elsewhere; then add.",
    ),
    Misconception(
        "sharpening",
        [[0, -1, 0], [-1, 5, -1], [0, -1, 0]],
        "This sharpens: the image minus its Laplacian. Its numbers add up to 1, so flat areas stay as they are.",
    ),
    Misconception(
        "minus_forgotten",
        [[0, 1, 0], [1, 4, 1], [0, 1, 0]],
        "The minus in the middle is missing, so flat areas respond.",
    ),
    Misconception("neighbors_only", [[0, 1, 0], [1, 0, 1], [0, 1, 0]], "The middle is missing, so flat areas respond."),
    Misconception(
        "quarter",
        [[0, 0.25, 0], [0.25, -1, 0.25], [0, 0.25, 0]],
        "This is the Laplacian divided by 4: on x² it gives 1/2.",
    ),
    Misconception("half", [[0, 0.5, 0], [0.5, -2, 0.5], [0, 0.5, 0]], "This is half the Laplacian: on x² it gives 1."),
    Misconception(
        "three_rows",
        [[1, -2, 1], [1, -2, 1], [1, -2, 1]],
        "Each row has its second derivative, but no column has: y² gives 0.",
    ),
    Misconception(
        "three_columns",
        [[1, 1, 1], [-2, -2, -2], [1, 1, 1]],
        "Each column has its second derivative, but no row has: x² gives 0.",
    ),
    Misconception("sobel", [[1, 0, -1], [2, 0, -2], [1, 0, -1]], "This is a first derivative: it responds to a ramp."),
    Misconception(
        "diagonal_only",
        [[1, 0, 1], [0, -4, 0], [1, 0, 1]],
        "With the four corners as neighbors the response to x² is 4: they are farther away.",
    ),
)


TASK = Task(
    "laplacian",
    "value",
    2,
    "2.5",
    facets=(
        Facet("silent", 0.3, "0 on constants and on ramps in both directions, but not on squares"),
        Facet("curvature", 0.4, "2 on x² and 2 on y²"),
        Facet("isotropy", 0.3, "the kernel is the same when it is turned by 90 degrees or mirrored"),
    ),
    judge=judge_curvature((3, 3), [ALONG_ROWS, ALONG_COLUMNS]),
    advise=advise_curvature((3, 3)),
    form={"": (3, 3)},
    misconceptions=MISTAKES,
)
