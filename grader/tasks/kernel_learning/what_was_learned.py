"""Task `what_was_learned`: in words, what a layer learned whose target was all zeros."""

from grader.tasks.model import Task

TASK = Task(
    "what_was_learned",
    "text",
    4,
    "3.5",
    rubric=(
        "1 point: the layer learned the zero kernel, and that is what it was asked for: the target Y held only zeros, "
        "and a kernel of zeros is the one that makes zeros of this image.",
        "1 point: the target was all zeros because the broken corr2d reads Y instead of X; with a right corr2d it holds "
        "+1 on the diagonal and −1 beside it.",
        "1 point: a falling loss says that the output comes closer to the target, and nothing about the target.",
        "1 point: at least two ways to notice, such as: look at the target, or assert that it is not constant; compare "
        "the kernel with `[1, -1]`; apply it to another image; check the function that makes the target on an example "
        "with a known answer. The empty tensor (1, 0) is a sign too: a 4-D image went into a function for 2-D ones.",
    ),
)
