"""Answers to the predictions of notebook 2."""

from typing import TYPE_CHECKING

from course import figures, images
from course.given import corr2d
from course.predictions.answer import Answer

if TYPE_CHECKING:  # torch is loaded when a picture is drawn
    import torch

DIFFERENCE = [[1.0, -1.0]]


def _kernel() -> "torch.Tensor":
    import torch

    return torch.tensor(DIFFERENCE)


def stripe() -> figures.Picture:
    """The stripe and its response."""
    X = images.stripes()
    return figures.row(figures.image(X, "X"), "→", figures.response(corr2d(X, _kernel()), "X with K"))


def lying() -> figures.Picture:
    """The stripe on its side, which K does not see."""
    X = images.stripes().t()
    return figures.row(
        figures.image(X, "X.t()"),
        "→",
        figures.response(corr2d(X, _kernel()), "X.t() with K"),
        alt="Rows 2 to 5 of X.t() are black, the others white. The response to K is 0 everywhere.",
    )


def brim() -> figures.Picture:
    """The portrait as the two kernels see it."""
    X = images.portrait()
    return figures.row(
        figures.image(X, "Grace Hopper"),
        figures.response(corr2d(X, _kernel()), "with K", limit=0.6),
        figures.response(corr2d(X, _kernel().t()), "with K.t()", limit=0.6),
        alt="The portrait; with K its vertical outlines: flag, cheeks, collar; with K.t() its horizontal ones: "
        "the brim of the cap, the glasses, the shoulders.",
    )


def places() -> figures.Picture:
    """Where the three responses of the line are not 0, without their signs."""
    X, K = images.diagonal(16), _kernel()
    responses = {"X with K": (X, K), "X.t() with K": (X.t(), K), "X with K.t()": (X, K.t())}
    return figures.row(
        *(figures.image((corr2d(*pair) != 0).float(), title) for title, pair in responses.items()),
        caption="a longer line, 16 × 16: white where the response is not 0",
        alt="A longer line, and white where its three responses are not 0: a double line along the diagonal, "
        "three times.",
    )


def second_row() -> figures.Picture:
    """The table, complete."""
    return figures.row(
        figures.response([[0, 1, 4, 9, 16, 25]], "x²"),
        "→",
        figures.response([[1, 3, 5, 7, 9]], "differences"),
        "→",
        figures.response([[2, 2, 2, 2]], "again"),
    )


ANSWERS = {
    "stripe row": Answer(
        [0, 1, 0, 0, 0, -1, 0],
        "0 where neighbors are equal, +1 where white turns black, −1 where black turns white.",
        stripe,
    ),
    "lying stripe": Answer(0, "Now left and right neighbors are equal everywhere.", lying),
    "captions": Answer(
        "vertical",
        "K takes differences horizontally, so it finds edges that run vertically: both notes are the wrong way round.",
        words=("horizontal", "vertical"),
    ),
    "brim": Answer(
        "K.t()",
        "The brim runs from left to right: brightness changes across it, from above to below.",
        brim,
        words=("k", "k.t()"),
    ),
    "zero matrix": Answer(
        14,
        "7 on the diagonal, where the line is left of black, and 7 beside it, where it is right of black; as many for "
        "the two transposed questions.",
        places,
    ),
    "twin": Answer(
        "C",
        "Transposing K is the same as transposing X, and then the response.",
        words=("a", "b", "c"),
    ),
    "second differences": Answer([2, 2, 2, 2], "3 − 1, 5 − 3, 7 − 5, 9 − 7.", second_row),
    "bend of a step": Answer(
        [0, 1, -1, 0], "The differences are 0, 0, 1, 0, 0, and theirs 0, 1, −1, 0: one answer on each side of the edge."
    ),
    "window sums": Answer([6, 9, 12, 15], "1 + 2 + 3, 2 + 3 + 4, 3 + 4 + 5, 4 + 5 + 6."),
}
