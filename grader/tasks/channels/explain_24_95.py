"""Task `explain_24_95`: in words, where a difference of 24.95 comes from, and what a 1 x 1 layer is."""

from grader.tasks.model import Task

TASK = Task(
    "explain_24_95",
    "text",
    1,
    "5.5",
    rubric=(
        "0.5 points: 24.95 is millions of times larger than rounding (about 1e-6), so one of the two results was "
        "wrong; `Y2` was all zeros because `corr2d` was still the retyped loop that reads `Y`, so the "
        "number is just the sum of |Y1|.",
        "0.5 points: a 1 x 1 layer is a fully connected layer from c_in to c_out channels at every pixel with the "
        "same (tied) weights, c_out * c_in weights (here 6) plus c_out biases (here 2).",
    ),
)
