"""Task `why_not_smaller`: in words, why a derivative needs degree + 1 entries."""

from grader.tasks.model import Task

TASK = Task(
    "why_not_smaller",
    "text",
    0.5,
    "6.7",
    rubric=(
        "0.25 points: what is asked of `degree` entries: 0 on each of 1, x, ..., x^(degree-1), which is `degree` "
        "equations for `degree` numbers; or: at `degree` points x^degree agrees with a polynomial of lower degree.",
        "0.25 points: why that is impossible: the equations are independent (Vandermonde), so only the zero kernel "
        "solves them, and it gives 0 on x^degree too; or: the kernel gives 0 on that polynomial, so also on x^degree. "
        "An argument for degree 1 and 2 only earns half of each part.",
    ),
)
