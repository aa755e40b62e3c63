"""Task `sobel_x`: the Sobel kernel that finds vertical edges."""

from grader.tasks.edge_detection.handmade import LEFT_RIGHT, SEES_VERTICAL
from grader.tasks.edge_detection.kernel_judges import advise_edge_kernel, judge_edge_kernel
from grader.tasks.edge_detection.sobel import SOBEL_X, sobel_facets, sobel_mistakes
from grader.tasks.model import Task

MISTAKES = sobel_mistakes(False, "vertical", "horizontal")


TASK = Task(
    "sobel_x",
    "value",
    1.5,
    "2.4",
    facets=sobel_facets(LEFT_RIGHT, "row"),
    judge=judge_edge_kernel(SOBEL_X, **SEES_VERTICAL),
    advise=advise_edge_kernel((3, 3)),
    form={"": (3, 3)},
    misconceptions=MISTAKES,
)
