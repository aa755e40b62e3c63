"""Answers to the predictions of notebook 6."""

from course import figures, images
from course.given import corr2d
from course.predictions.answer import Answer

SMALL = [[4.0, 1.0, 3.0], [2.0, 6.0, 0.0], [5.0, 2.0, 8.0]]
KERNEL = [[0.0, 1.0], [2.0, 3.0]]
ROWS = [
    [0, 1, 0, 2, 3, 0, 0, 0, 0],
    [0, 0, 1, 0, 2, 3, 0, 0, 0],
    [0, 0, 0, 0, 1, 0, 2, 3, 0],
    [0, 0, 0, 0, 0, 1, 0, 2, 3],
]


def matrix() -> figures.Picture:
    """The whole matrix of the worked example."""
    return figures.kernel(ROWS, "T: one row for each output")


def sights() -> figures.Picture:
    """The windows that one output of one, two and three layers of 3 x 3 sees."""
    X = images.portrait(32)
    return figures.row(
        *(
            figures.image(X, f"{layers} of 3 × 3", highlight=(15 - layers, 13 - layers, 2 * layers + 1, 2 * layers + 1))
            for layers in (1, 2, 3)
        ),
        alt="The portrait, three times, with what one output sees outlined: 3 by 3 pixels with one layer, 5 by 5 "
        "with two, 7 by 7 with three.",
    )


def stamps() -> figures.Picture:
    """Two stamps and their sum."""
    return figures.row(
        figures.response([[1, 2, 0]], "first stamp"),
        "+",
        figures.response([[0, 10, 20]], "second stamp"),
        "=",
        figures.response([[1, 12, 20]], "together"),
    )


def forth_and_back() -> figures.Picture:
    """The small image, taken forth with T and back with its transpose."""
    import torch

    X, K = torch.tensor(SMALL), torch.tensor(KERNEL)
    Y = corr2d(X, K)
    back = torch.nn.functional.conv_transpose2d(Y[None, None], K[None, None])[0, 0]
    return figures.row(
        figures.image(X, "image X"),
        "→",
        figures.response(Y, "forth: T"),
        "→",
        figures.response(back, "and back: T transposed"),
    )


ANSWERS = {
    "third row": Answer(
        2, "The window starts at pixel 0, then 1, then 3: at the end of an image row it jumps to the next one.", matrix
    ),
    "matrix shape": Answer((6, 12), "2 × 3 places of the window, and 3 × 4 pixels."),
    "matrix size": Answer(529_984, "26 · 26 outputs times 28 · 28 pixels."),
    "twice": Answer([1, -2, 1], "a − b − b + c: the second derivative of notebook 2."),
    "composed size": Answer((4, 5), "3 + 2 − 1 rows and 2 + 4 − 1 columns."),
    "receptive field": Answer(
        {"two layers": 5, "three layers": 7},
        "Each layer adds a pixel on every side: 3 + 2, 3 + 2 + 2. A stride doubles what the layers behind it add.",
        sights,
    ),
    "dilation or stride": Answer(
        {"dilation 3": 3, "stride 3": 3},
        "Both 3: the spread window covers 7 pixels and has 9 − 7 + 1 places; the close one uses every third of its 7.",
    ),
    "grouped weights": Answer(
        {"4 groups": 18_432, "64 groups": 1_152}, "128 · (64/4) · 9 and 128 · (64/64) · 9: a quarter and a 64th."
    ),
    "stamps": Answer([1, 12, 20], "1, 2 + 10, 20: where stamps overlap, they add up.", stamps),
    "inverse": Answer(False, "The shape comes back, the numbers do not.", forth_and_back),
    "third derivative": Answer([-1, 3, -3, 1], "0 − 1, 1 + 2, −2 − 1, 1 − 0."),
    "independent rows": Answer(3, "All three, so the only solution is a kernel of zeros."),
    "mirror": Answer([3, 2, 1, 2, 3, 2, 1], "The edge itself is not repeated."),
    "cost": Answer(
        {"channels doubled": 4, "padding doubled": 1.07},
        "2 · 2, and 58² / 56²: padding is an effect of the border only.",
    ),
}
