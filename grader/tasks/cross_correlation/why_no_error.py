"""Task `why_no_error`: in words, why the looped layer trains and three calls fail."""

from grader.tasks.model import Task

TASK = Task(
    "why_no_error",
    "text",
    2,
    "1.6",
    rubric=(
        "1 point: writing `Y[i, j] = ...` into a fresh tensor that is not a leaf requiring a gradient is recorded by "
        "autograd, so the looped layer trains.",
        "0.5 points: `net.grad` fails because gradients belong to parameters (`net.weight.grad`), not to modules.",
        "0.5 points: at least two of the three messages: `object has no attribute 'grad'`; `grad can be implicitly "
        "created only for scalar outputs`; `a view of a leaf Variable that requires grad is being used in an "
        "in-place operation`.",
    ),
)
