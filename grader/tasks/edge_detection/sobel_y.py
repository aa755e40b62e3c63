"""Task `sobel_y`: the Sobel kernel that finds horizontal edges."""

from grader.tasks.edge_detection.handmade import ABOVE_BELOW, SEES_HORIZONTAL
from grader.tasks.edge_detection.kernel_judges import advise_edge_kernel, judge_edge_kernel
from grader.tasks.edge_detection.sobel import SOBEL_X, sobel_facets, sobel_mistakes
from grader.tasks.model import Task

SOBEL_Y = tuple(zip(*SOBEL_X, strict=True))
MISTAKES = sobel_mistakes(True, "horizontal", "vertical")


TASK = Task(
    "sobel_y",
    "value",
    1,
    "2.4",
    facets=sobel_facets(ABOVE_BELOW, "column"),
    judge=judge_edge_kernel(SOBEL_Y, **SEES_HORIZONTAL),
    advise=advise_edge_kernel((3, 3)),
    form={"": (3, 3)},
    misconceptions=MISTAKES,
)
