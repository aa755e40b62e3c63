"""Task `corr2d_fixed`: the broken loop mended, graded exactly as `corr2d` is."""

from grader.tasks.cross_correlation.corr2d import FACETS, MISTAKES, cases, corr2d
from grader.tasks.model import Task

TASK = Task(
    "corr2d_fixed",
    "code",
    2,
    "1.3",
    facets=FACETS,
    reference=corr2d,
    cases=cases,
    misconceptions=MISTAKES,
)
