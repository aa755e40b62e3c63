"""Task `vertical_edge`: a kernel of two numbers that finds vertical edges."""

from grader.tasks.edge_detection.handmade import LEFT_RIGHT, SEES_VERTICAL, edge_facets
from grader.tasks.edge_detection.kernel_judges import advise_edge_kernel, judge_edge_kernel
from grader.tasks.model import Misconception, Task

MISTAKES = (
    Misconception("sign", [[-1, 1]], "The sign is turned round: where white turns black it gives −1 instead of +1."),
    Misconception(
        "horizontal_instead",
        [[1], [-1]],
        "This compares a pixel with the one below, so it finds horizontal edges. A vertical edge runs up and down: compare left with right.",
    ),
    Misconception(
        "horizontal_instead_and_sign",
        [[-1], [1]],
        "This compares a pixel with the one below, so it finds horizontal edges. A vertical edge runs up and down: compare left with right.",
    ),
    Misconception(
        "sum", [[1, 1]], "This adds neighbors, so it responds to flat areas. The two numbers must add up to 0."
    ),
    Misconception(
        "average", [[0.5, 0.5]], "This averages neighbors, which is a blur. The two numbers must add up to 0."
    ),
    Misconception(
        "left_pixel",
        [[1, 0]],
        "This copies the left pixel. The two numbers must add up to 0, so that flat areas give 0.",
    ),
    Misconception(
        "right_pixel",
        [[0, 1]],
        "This copies the right pixel. The two numbers must add up to 0, so that flat areas give 0.",
    ),
    Misconception(
        "half",
        [[0.5, -0.5]],
        "It finds the right edges but gives half of what is asked: on a step from white to black, 1.",
    ),
    Misconception(
        "double", [[2, -2]], "It finds the right edges but gives twice what is asked: on a step from white to black, 1."
    ),
    Misconception(
        "negative_sum", [[-1, -1]], "Both numbers are negative, so flat areas respond. They must add up to 0."
    ),
    Misconception(
        "second_derivative", [[1, -2, 1]], "This is a second derivative, with three numbers. Two are asked for."
    ),
    Misconception("wide", [[1, 0, -1]], "This has a gap in the middle. Compare direct neighbors: two numbers."),
    Misconception(
        "diagonal",
        [[0, 1], [-1, 0]],
        "This kernel differences along a diagonal, so it responds to horizontal edges too.",
    ),
    Misconception(
        "image_of_an_edge", [[1, 0], [1, 0]], "This is a picture of an edge. A kernel that finds it must add up to 0."
    ),
)


TASK = Task(
    "vertical_edge",
    "value",
    1,
    "2.4",
    facets=edge_facets(LEFT_RIGHT, "the response is +1 where white turns black"),
    judge=judge_edge_kernel([[1, -1]], **SEES_VERTICAL),
    advise=advise_edge_kernel((1, 2)),
    form={"": (1, 2)},
    misconceptions=MISTAKES,
)
