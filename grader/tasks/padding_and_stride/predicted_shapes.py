"""Task `predicted_shapes`: the output shapes of six layers, before they run."""

from collections.abc import Callable

from grader.tasks.model import Facet, Misconception, Task

LAYERS = {  # (kernel_size, padding, stride), each on an image of 8x8
    "square": ((3, 3), (1, 1), (1, 1)),
    "tall": ((5, 3), (2, 1), (1, 1)),
    "square, stride 2": ((3, 3), (1, 1), (2, 2)),
    "tall, stride 2": ((5, 3), (2, 1), (2, 2)),
    "uneven": ((3, 5), (0, 1), (3, 4)),
    "even kernel": ((4, 2), (2, 0), (1, 1)),
}
EARLIER_NAMES = {  # of release 1.0
    "In [33]": "square",
    "In [34]": "tall",
    "In [35]": "square, stride 2",
    "In [36]": "tall, stride 2",
    "In [37]": "uneven",
}


def _shapes(formula: Callable[[int, int, int, int], int]) -> dict[str, list[int]]:
    """Return the shapes that a formula in n, k, p, s gives for the six layers."""
    return {
        name: [formula(8, k, p, s) for k, p, s in zip(kernel, padding, stride, strict=True)]
        for name, (kernel, padding, stride) in LAYERS.items()
    }


MISTAKES = (
    Misconception(
        "padding_on_one_side",
        _shapes(lambda n, k, p, s: (n + p - k) // s + 1),
        "The padding was counted once. It goes on both sides of each axis, so 8 pixels become 8 + 2p.",
    ),
    Misconception(
        "padding_ignored",
        _shapes(lambda n, k, p, s: (n - k) // s + 1),
        "The padding was left out. It goes on both sides of each axis, so 8 pixels become 8 + 2p.",
    ),
    Misconception(
        "rounded_up",
        _shapes(lambda n, k, p, s: -(-(n + 2 * p - k) // s) + 1),
        "The last, incomplete step was counted too. A window that hangs over the edge has no place: round down.",
    ),
    Misconception(
        "steps_instead_of_places",
        _shapes(lambda n, k, p, s: (n + 2 * p - k) // s),
        "These are the steps. There is one place more than there are steps.",
    ),
    Misconception(
        "always_the_same_size",
        _shapes(lambda n, k, p, s: n // s if s > 1 else n),
        "Padding does not always keep the size: it does when 2p = k − 1, so never for an even kernel.",
    ),
    Misconception(
        "divided_by_stride",
        _shapes(lambda n, k, p, s: -(-n // s)),
        "The size was divided by the stride. That is right only for suitable paddings: count the places.",
    ),
    Misconception(
        "stride_ignored",
        _shapes(lambda n, k, p, s: n + 2 * p - k + 1),
        "The stride was left out: the window stops at every s-th place only.",
    ),
    Misconception(
        "rows_and_columns_swapped",
        {name: shape[::-1] for name, shape in _shapes(lambda n, k, p, s: (n + 2 * p - k) // s + 1).items()},
        "Rows and columns are swapped: the first number of each pair belongs to the rows.",
    ),
)


TASK = Task(
    "predicted_shapes",
    "value",
    2,
    "4.5",
    facets=tuple(Facet(name, 1 / len(LAYERS), f"your prediction for {name}") for name in LAYERS),
    answer=_shapes(lambda n, k, p, s: (n + 2 * p - k) // s + 1),
    form={name: (2,) for name in LAYERS},
    aliases=EARLIER_NAMES,
    misconceptions=MISTAKES,
)
