"""Task `antidiagonal_edge`: a 2x2 kernel that finds edges along the main diagonal."""

from grader.tasks.edge_detection.handmade import edge_facets
from grader.tasks.edge_detection.kernel_judges import ANTIDIAGONAL, DIAGONAL, judge_edge_kernel
from grader.tasks.model import Misconception, Task

_MAIN = "This differences along the main diagonal, where an edge along that diagonal does not change. Go across it: upper right against lower left."
_HALF = "It responds to vertical and horizontal edges, and to both diagonals: it is not a difference along the antidiagonal."


MISTAKES = (
    Misconception("along_the_edge", [[1, 0], [0, -1]], _MAIN),
    Misconception("along_the_edge_and_sign", [[-1, 0], [0, 1]], _MAIN),
    Misconception(
        "sum", [[0, 1], [1, 0]], "The two corners are added, so flat areas respond. Subtract one from the other."
    ),
    Misconception(
        "picture_of_the_line", [[1, 0], [0, 1]], "This is a picture of a diagonal line. Its numbers must add up to 0."
    ),
    Misconception(
        "vertical", [[1, -1], [1, -1]], "This compares left with right: it finds vertical edges, and both diagonals."
    ),
    Misconception(
        "vertical_and_sign",
        [[-1, 1], [-1, 1]],
        "This compares left with right: it finds vertical edges, and both diagonals.",
    ),
    Misconception(
        "horizontal",
        [[1, 1], [-1, -1]],
        "This compares above with below: it finds horizontal edges, and both diagonals.",
    ),
    Misconception(
        "horizontal_and_sign",
        [[-1, -1], [1, 1]],
        "This compares above with below: it finds horizontal edges, and both diagonals.",
    ),
    Misconception(
        "checkerboard",
        [[1, -1], [-1, 1]],
        "This responds to corners and to both diagonals. Only two corners take part: upper right and lower left.",
    ),
    Misconception(
        "checkerboard_and_sign",
        [[-1, 1], [1, -1]],
        "This responds to corners and to both diagonals. Only two corners take part: upper right and lower left.",
    ),
    Misconception(
        "double",
        [[0, 2], [-2, 0]],
        "The right edges, but twice as strong as asked: at the edge the response is 1 or −1.",
    ),
    Misconception(
        "half",
        [[0, 0.5], [-0.5, 0]],
        "The right edges, but half as strong as asked: at the edge the response is 1 or −1.",
    ),
    Misconception("one_sided", [[0, 1], [0, -1]], _HALF),
    Misconception("one_row", [[1, -1], [0, 0]], _HALF),
    Misconception("triangle", [[0, 1], [-1, -1]], "The numbers do not add up to 0, so flat areas respond."),
)


TASK = Task(
    "antidiagonal_edge",
    "value",
    2,
    "2.4",
    facets=edge_facets(
        "edges along the main diagonal, but not to edges across it or flat areas", "the response is 1 or −1 at the edge"
    ),
    judge=judge_edge_kernel(
        [[0, 1], [-1, 0]],
        seen=("edges along the main diagonal", DIAGONAL),
        unseen=("edges along the other diagonal", ANTIDIAGONAL),
        either_sign=True,
    ),
    form={"": (2, 2)},
    misconceptions=MISTAKES,
)
