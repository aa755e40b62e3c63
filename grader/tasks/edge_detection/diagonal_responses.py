"""Task `diagonal_responses`: Exercise 1 by hand, on 3x3 images."""

from collections.abc import Callable, Sequence

from grader.tasks.model import Facet, Misconception, Task

DIAGONAL_RESPONSES = {
    "line": [[1, 0], [-1, 1], [0, -1]],
    "line, X transposed": [[1, 0], [-1, 1], [0, -1]],
    "line, K transposed": [[1, -1, 0], [0, 1, -1]],
    "step": [[0, 0], [-1, 0], [0, -1]],
    "step, X transposed": [[1, 0], [0, 1], [0, 0]],
    "step, K transposed": [[1, 0, 0], [0, 1, 0]],
}


def _instead(**entries: Sequence[Sequence[float]]) -> dict[str, Sequence[Sequence[float]]]:
    """Return the right responses with some replaced; the keyword step_K stands for "step, K transposed"."""
    names = {"X": ", X transposed", "K": ", K transposed", "": ""}
    changed = {}
    for key, value in entries.items():
        shape, _, what = key.partition("_")
        changed[shape + names[what]] = value
    return DIAGONAL_RESPONSES | changed


def _mapped(change: Callable[[float], float]) -> dict[str, Sequence[Sequence[float]]]:
    return {name: [[change(v) for v in row] for row in value] for name, value in DIAGONAL_RESPONSES.items()}


_WIDE, _TALL = [[0, 0, 0], [0, 0, 0]], [[0, 0], [0, 0], [0, 0]]


MISTAKES = (
    Misconception(
        "transposed_step_unchanged",
        _instead(step_X=DIAGONAL_RESPONSES["step"]),
        "Transposing X changes nothing only if X is symmetric. The line is, the step is not: its white half moves below.",
    ),
    Misconception(
        "transposed_step_changes_sign_only",
        _instead(step_X=[[0, 0], [1, 0], [0, 1]]),
        "In the transposed step the sign changes, and so does the place: in row 0 the white pixel is followed by black.",
    ),
    Misconception(
        "kernel_transposes_step_response",
        _instead(step_K=[[0, -1, 0], [0, 0, -1]]),
        "Transposing K does not just transpose the response. Down a column of the step, white comes before black: +1.",
    ),
    Misconception(
        "transposed_line_changes_sign",
        _instead(line_X=[[-1, 0], [1, -1], [0, 1]]),
        "The line looks the same after transposing: X equals `X.t()`, so its response cannot change.",
    ),
    Misconception(
        "kernel_negates_line",
        _instead(line_K=[[-1, 1, 0], [0, -1, 1]]),
        "Every sign is turned round. `K.t()` takes a pixel minus the one below it: on the line, 1 − 0.",
    ),
    Misconception(
        "diagonal_step_is_a_line",
        _instead(
            step=DIAGONAL_RESPONSES["line"],
            step_X=DIAGONAL_RESPONSES["line"],
            step_K=DIAGONAL_RESPONSES["line, K transposed"],
        ),
        "A line has two sides, so it responds twice, +1 and −1. A step has a single edge: one response in each row.",
    ),
    Misconception(
        "line_responds_once",
        _instead(line=[[1, 0], [0, 1], [0, 0]], line_X=[[1, 0], [0, 1], [0, 0]], line_K=[[1, 0, 0], [0, 1, 0]]),
        "The line responds twice: +1 where white is followed by black, and −1 where black is followed by white.",
    ),
    Misconception(
        "kernel_rotated",
        _instead(line_K=[[-1, 1, 0], [0, -1, 1]], step_K=[[-1, 0, 0], [0, -1, 0]]),
        "`K.t()` keeps the order of its numbers: 1 above, −1 below. You used −1 above 1.",
    ),
    Misconception(
        "diagonals_of_the_seed",
        _instead(line=_TALL, line_X=_TALL, line_K=_WIDE, step=_TALL, step_X=_TALL, step_K=_WIDE),
        "All zeros is what the broken loop of notebook 1 gave. Diagonal edges respond at full height to `[1, -1]`.",
    ),
    Misconception("signs_dropped", _mapped(abs), "The signs are missing: black followed by white gives 0 − 1 = −1."),
    Misconception(
        "signs_swapped",
        _mapped(lambda v: -v),
        "Every sign is turned round: `[1, -1]` takes the left pixel minus the right one.",
    ),
    Misconception(
        "pixels_added",
        _instead(
            line=[[1, 0], [1, 1], [0, 1]],
            line_X=[[1, 0], [1, 1], [0, 1]],
            line_K=[[1, 1, 0], [0, 1, 1]],
            step=[[2, 2], [1, 2], [0, 1]],
            step_X=[[1, 0], [2, 1], [2, 2]],
            step_K=[[1, 2, 2], [0, 1, 2]],
        ),
        "The two pixels were added. K is `[1, -1]`: subtract the second from the first.",
    ),
    Misconception(
        "image_copied",
        _instead(
            line=[[1, 0], [0, 1], [0, 0]],
            line_X=[[1, 0], [0, 1], [0, 0]],
            line_K=[[1, 0, 0], [0, 1, 0]],
            step=[[1, 1], [0, 1], [0, 0]],
            step_X=[[1, 0], [1, 1], [1, 1]],
            step_K=[[1, 1, 1], [0, 1, 1]],
        ),
        "These are the pixels themselves. Each response is a difference: a pixel minus its neighbor.",
    ),
    Misconception(
        "step_transposes_mixed_up",
        _instead(step=[[1, 0], [0, 1], [0, 0]], step_X=[[0, 0], [-1, 0], [0, -1]]),
        "The step and its transpose are mixed up: the step is white above the diagonal, so its rows begin black.",
    ),
)


TASK = Task(
    "diagonal_responses",
    "value",
    3,
    "2.3",
    facets=(
        Facet("line", 0.2, "the response of the diagonal line"),
        Facet("line, X transposed", 0.1, "the line, with the image transposed"),
        Facet("line, K transposed", 0.2, "the line, with the kernel transposed"),
        Facet("step", 0.2, "the response of the diagonal step"),
        Facet("step, X transposed", 0.15, "the step, with the image transposed"),
        Facet("step, K transposed", 0.15, "the step, with the kernel transposed"),
    ),
    answer=DIAGONAL_RESPONSES,
    form={name: (len(value), len(value[0])) for name, value in DIAGONAL_RESPONSES.items()},
    misconceptions=MISTAKES,
)
