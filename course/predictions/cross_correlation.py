"""Answers to the predictions of notebook 1."""

from course import figures, images
from course.given import corr2d
from course.predictions.answer import Answer

SMALL = [[4.0, 1.0, 3.0], [2.0, 6.0, 0.0], [5.0, 2.0, 8.0]]
KERNEL = [[0.0, 1.0], [2.0, 3.0]]
LINE_ROWS = ([0, 1, 0, 2, 3, 0, 0, 0, 0], [0, 0, 1, 0, 2, 3, 0, 0, 0], [0, 0, 0, 0, 1, 0, 2, 3, 0])
LAST_ROW = [0, 0, 0, 0, 0, 1, 0, 2, 3]


def shift() -> figures.Picture:
    """The portrait and its response, before and after it has moved right by twelve pixels."""
    import torch

    K = torch.tensor([[1.0, -1.0]])
    X = images.portrait()
    X_moved = torch.cat([X[:, :1].repeat(1, 12), X[:, :-12]], 1)  # its left edge is repeated
    return figures.row(
        figures.response(corr2d(X, K), "response before", limit=0.6),
        figures.image(X_moved, "photograph, moved"),
        "→",
        figures.response(corr2d(X_moved, K), "response after", limit=0.6),
        alt="The response to the photograph; the photograph twelve pixels further right, and its response: the same "
        "lines, twelve pixels further right.",
    )


def second_window() -> figures.Picture:
    """The window of the second output."""
    return figures.row(
        figures.image(SMALL, "X", highlight=(0, 1, 2, 2)),
        "*",
        figures.kernel(KERNEL, "K"),
        "=",
        figures.response([[23, 15]], "so far"),
    )


def corner() -> figures.Picture:
    """What the broken loop and a right one make of the diagonal line."""
    import torch

    X = images.diagonal()
    return figures.row(
        figures.image(X, "a diagonal line", highlight=(0, 0, 1, 2)),
        figures.response(torch.zeros(8, 7), "the broken loop"),
        figures.response(corr2d(X, torch.tensor([[1.0, -1.0]])), "a right one"),
    )


def copies() -> figures.Picture:
    """A bright pixel under correlation and under convolution."""
    import torch

    X, K = torch.zeros(3, 3), torch.tensor(KERNEL)
    X[1, 1] = 1
    return figures.row(
        figures.image(X, "a single bright pixel"),
        figures.kernel(K, "K"),
        figures.response(corr2d(X, K), "cross-correlation"),
        figures.response(corr2d(X, K.flip(0, 1)), "convolution"),
    )


def same_windows() -> figures.Picture:
    """The two windows of the symmetric example that hold the same pixels."""
    X = [[1, 2, 3], [2, 3, 4], [3, 4, 5]]
    return figures.row(
        figures.image(X, "row 0, column 1", highlight=(0, 1, 2, 2)),
        figures.image(X, "row 1, column 0", highlight=(1, 0, 2, 2)),
    )


def matrix() -> figures.Picture:
    """The whole matrix, one row for each output."""
    return figures.kernel([*LINE_ROWS, LAST_ROW], "one row per output number, one column per pixel")


ANSWERS = {
    "shift": Answer(
        "moves",
        "The same two numbers ask the same question everywhere, so the answer moves with the picture.",
        shift,
        words=("moves", "stays", "changes"),
    ),
    "dense weights": Answer(
        85,
        "9216 pixels in, 9216 numbers out, a weight for each pair: 84,934,656. And after a shift every one of them "
        "would meet another pixel.",
        digits=0,
    ),
    "second output": Answer(15, "1 · 0 + 3 · 1 + 6 · 2 + 0 · 3 = 15.", second_window),
    "difference shape": Answer((8, 7), "8 − 1 + 1 rows and 8 − 2 + 1 columns."),
    "four axes": Answer(
        (1, 0), "1 − 1 + 1 rows, and 1 − 2 + 1 = 0 columns: `shape[0]` counts images here, and `shape[1]` channels."
    ),
    "corner": Answer(1, "1 · 1 − 1 · 0 = 1. The broken loop never looks at the image.", corner),
    "copy": Answer(
        "convolution",
        "Sliding turns K around: its last number meets the bright pixel first. Flipping K turns it back.",
        copies,
        words=("correlation", "convolution"),
    ),
    "parameters": Answer(1, "Only `amount`: `gain` is a plain tensor, and training never finds it."),
    "luck": Answer(False, "The two windows hold the same four pixels, so no kernel can tell them apart.", same_windows),
    "loop gradient": Answer([3, 6], "The first weight has met 0 + 1 + 2, the second 1 + 2 + 3."),
    "last row": Answer(LAST_ROW, "Its window holds pixels 4, 5, 7 and 8.", matrix),
}
