"""Task `why_stride`: in words, what a stride buys and what it loses."""

from grader.tasks.model import Task

TASK = Task(
    "why_stride",
    "text",
    2,
    "4.7",
    rubric=(
        "0.5 points: what it buys: fewer output numbers (about s² in two dimensions, s in one), so less to compute and to "
        "store, and later layers see more of the input.",
        "0.5 points: the layer has as many parameters as before.",
        "0.5 points: what it loses: fine detail between the places; what is finer than the new grid does not vanish but "
        "returns as something coarser (aliasing), unless it is smoothed away first.",
        "0.5 points: for sound, stride 2 keeps every second output: half the sample rate, half the highest frequency, and "
        "higher tones fold down. It is not 'two time periods'.",
    ),
)
