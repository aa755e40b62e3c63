"""Task `exposing_case`: an image and a kernel that tell the broken loop from the right one."""

from grader.tasks.cross_correlation.corr2d import FLIPPED, LAST_ROW, LOOPS_OVER_KERNEL, READS_OUTPUT, TRANSPOSED, corr2d
from grader.tasks.exposing import judge_exposing_case
from grader.tasks.model import Facet, Task

TASK = Task(
    "exposing_case",
    "test",
    2,
    "1.3",
    facets=(
        Facet("planted", 0.5, "the broken loop and the right one give different results for your X and K"),
        Facet("siblings", 0.5, "your X and K also tell four other common bugs from the right loop"),
    ),
    judge=judge_exposing_case(
        right=corr2d,
        planted=READS_OUTPUT,
        siblings=(TRANSPOSED, FLIPPED, LAST_ROW, LOOPS_OVER_KERNEL),
    ),
    form={"X": 2, "K": 2},
)
