"""Task `pad2d`: a border of zeros."""

from collections.abc import Callable
from typing import Any, Literal

import numpy as np
import torch
from torch.nn.functional import pad

from grader.tasks.case_names import shape_of
from grader.tasks.draws import signed
from grader.tasks.images import COUNTING
from grader.tasks.model import Case, Facet, Input, Misconception, Task


def pad2d(X: torch.Tensor, padding: tuple[int, int]) -> torch.Tensor:
    """Copy X, pixel by pixel, into the middle of a larger image of zeros."""
    rows, columns = padding
    height, width = X.shape[-2:]
    padded = torch.zeros((*X.shape[:-2], height + 2 * rows, width + 2 * columns), dtype=X.dtype)
    for i in range(height):
        for j in range(width):
            padded[..., rows + i, columns + j] = X[..., i, j]
    return padded


def cases(rng: np.random.Generator, public: bool) -> list[Case]:
    border: list[tuple[torch.Tensor | Input, tuple[int, int]]]
    if public:
        border = [(COUNTING + 1, (1, 1)), (COUNTING[:2] + 2, (2, 1))]
        none = [(COUNTING + 1, (0, 0)), (COUNTING + 1, (0, 1))]
        channels = [(torch.arange(1.0, 13.0).reshape(2, 2, 3), (1, 2))]
    else:
        border = [(signed(rng, 4, 6), (2, 1)), (signed(rng, 5, 3), (1, 3)), (signed(rng, 3, 4), (2, 2))]
        border += [(Input(signed(rng, 3, 5), layout="cropped"), (1, 2))]
        none = [(signed(rng, 4, 5), (0, 0)), (signed(rng, 3, 5), (0, 2)), (signed(rng, 5, 4), (3, 0))]
        channels = [(signed(rng, 3, 4, 5), (2, 1)), (signed(rng, 2, 5, 3), (1, 2)), (signed(rng, 1, 4, 3), (3, 1))]
    cases = []
    for facet, pairs in (("border", border), ("none", none), ("channels", channels)):
        cases += [Case(facet, f"X {shape_of(X)}, padding {padding}", (X, padding)) for X, padding in pairs]
    return cases


def bordered(mode: str = "constant", value: float = 0.0) -> Callable[[torch.Tensor, tuple[int, int]], torch.Tensor]:
    """Return a wrong `pad2d` that fills the border otherwise."""

    def wrong(X: torch.Tensor, padding: tuple[int, int]) -> torch.Tensor:
        rows, columns = padding
        with_axes = X[(None,) * (4 - X.dim())]
        if mode == "constant":
            padded = pad(with_axes, (columns, columns, rows, rows), value=value)
        else:
            padded = pad(with_axes, (columns, columns, rows, rows), mode=mode)
        return padded.reshape(*X.shape[:-2], *padded.shape[-2:])

    return wrong


def _numpy_mode(mode: Literal["edge", "reflect", "symmetric", "wrap"]) -> Callable[..., torch.Tensor]:
    def wrong(X: torch.Tensor, padding: tuple[int, int]) -> torch.Tensor:
        sides = [(0, 0)] * (X.dim() - 2) + [(number, number) for number in padding]
        return torch.from_numpy(np.pad(X.numpy(), sides, mode=mode))

    return wrong


def _placed(
    place: Callable[..., Any],
    size: Callable[[int, int], tuple[int, int]] = lambda rows, columns: (2 * rows, 2 * columns),
    new: Callable[..., torch.Tensor] = torch.zeros,
) -> Callable[..., torch.Tensor]:
    """Return a wrong `pad2d` that copies X to another place, or into an image of another size or kind."""

    def wrong(X: torch.Tensor, padding: tuple[int, int]) -> torch.Tensor:
        rows, columns = padding
        height, width = X.shape[-2:]
        more, wider = size(rows, columns)
        padded = new((*X.shape[:-2], height + more, width + wider), dtype=X.dtype)
        top, left = place(rows, columns)
        padded[..., top : top + height, left : left + width] = X
        return padded

    return wrong


def _negative_stop(X: torch.Tensor, padding: tuple[int, int]) -> torch.Tensor:
    rows, columns = padding
    padded = torch.zeros((*X.shape[:-2], X.shape[-2] + 2 * rows, X.shape[-1] + 2 * columns), dtype=X.dtype)
    padded[..., rows:-rows, columns:-columns] = X
    return padded


def _two_axes_only(X: torch.Tensor, padding: tuple[int, int]) -> torch.Tensor:
    rows, columns = padding
    height, width = X.shape
    return pad(X, (columns, columns, rows, rows)).reshape(height + 2 * rows, width + 2 * columns)


def _first_axes(X: torch.Tensor, padding: tuple[int, int]) -> torch.Tensor:
    rows, columns = padding
    height, width = X.shape[0], X.shape[1]
    padded = torch.zeros((height + 2 * rows, width + 2 * columns, *X.shape[2:]), dtype=X.dtype)
    padded[rows : rows + height, columns : columns + width] = X
    return padded


SWAPPED_PADDING = (
    "Rows and columns are swapped. (`nn.functional.pad` counts from the last axis: left, right, top, bottom.)"
)


MISTAKES = (
    Misconception(
        "rows_and_columns_swapped",
        lambda X, padding: pad2d(X, padding[::-1]),
        SWAPPED_PADDING,
        before=lambda X, padding: (X, padding[::-1]),
    ),
    Misconception(
        "sides_mixed_up",
        lambda X, padding: pad(X, (padding[0], padding[1], padding[0], padding[1])),
        "The four sides are mixed up. `nn.functional.pad` wants left, right, top, bottom: the columns' number twice, then the "
        "rows' number twice.",
    ),
    Misconception(
        "sides_alternate",
        lambda X, padding: pad(X, (padding[1], padding[0], padding[1], padding[0])),
        "The four sides are mixed up: `nn.functional.pad` wants left, right, top, bottom, so the columns' number stands twice in "
        "front, then the rows' number twice.",
    ),
    Misconception(
        "pair_handed_over",
        lambda X, padding: pad(X, tuple(padding)),
        "`nn.functional.pad` takes two numbers for left and right of the last axis. Give it four: left, right, top, bottom.",
    ),
    Misconception(
        "pair_of_columns_and_rows_handed_over",
        lambda X, padding: pad(X, (padding[1], padding[0])),
        "Two numbers pad left and right of the last axis only. Four are needed: left, right, top, bottom.",
    ),
    Misconception(
        "repeats_the_border", bordered("replicate"), "The border repeats the outermost pixels. Fill it with zeros."
    ),
    Misconception("ones", bordered(value=1.0), "The border is filled with ones. Fill it with zeros."),
    Misconception(
        "mean_value",
        lambda X, padding: pad2d(X - X.mean(), padding) + X.mean(),
        "The border is filled with the mean of the image. Fill it with zeros.",
    ),
    Misconception(
        "image_minimum",
        lambda X, padding: pad2d(X - X.min(), padding) + X.min(),
        "The border is filled with the smallest pixel. Fill it with zeros.",
    ),
    Misconception("reflects", _numpy_mode("reflect"), "The border mirrors the image. Fill it with zeros."),
    Misconception(
        "wraps_around",
        _numpy_mode("wrap"),
        "The border continues with the opposite side of the image. Fill it with zeros.",
    ),
    Misconception(
        "split_over_two_sides",
        _placed(lambda rows, columns: (rows // 2, columns // 2), lambda rows, columns: (rows, columns)),
        "The padding is split over the two sides. Here, as in PyTorch, it is the number on each side.",
    ),
    Misconception(
        "twice_as_much",
        lambda X, padding: pad2d(X, (2 * padding[0], 2 * padding[1])),
        "There is twice too much: `padding` is the number on each side, and each side gets it once.",
    ),
    Misconception(
        "top_left_only",
        _placed(lambda rows, columns: (rows, columns), lambda rows, columns: (rows, columns)),
        "Only the top and the left side are padded. All four sides get a border.",
    ),
    Misconception(
        "bottom_right_only",
        _placed(lambda rows, columns: (0, 0), lambda rows, columns: (rows, columns)),
        "Only the bottom and the right side are padded. All four sides get a border.",
    ),
    Misconception(
        "image_in_the_corner",
        _placed(lambda rows, columns: (0, 0)),
        "The size is right, but the image lies in the top left corner. Move it `rows` down and `columns` to the right.",
    ),
    Misconception(
        "image_in_the_far_corner",
        _placed(lambda rows, columns: (2 * rows, 2 * columns)),
        "The size is right, but the image lies in the bottom right corner. The border goes on all four sides.",
    ),
    Misconception(
        "rows_only",
        lambda X, padding: pad2d(X, (padding[0], 0)),
        "Only the rows are padded. `padding` has a second number, for the columns.",
        before=lambda X, padding: (X, (padding[0], 0)),
    ),
    Misconception(
        "columns_only",
        lambda X, padding: pad2d(X, (0, padding[1])),
        "Only the columns are padded. `padding` has a first number, for the rows.",
        before=lambda X, padding: (X, (0, padding[1])),
    ),
    Misconception(
        "first_number_for_both",
        lambda X, padding: pad2d(X, (padding[0], padding[0])),
        "The number for the rows is used for the columns too.",
    ),
    Misconception(
        "second_number_for_both",
        lambda X, padding: pad2d(X, (padding[1], padding[1])),
        "The number for the columns is used for the rows too.",
    ),
    Misconception(
        "image_never_copied",
        lambda X, padding: torch.zeros_like(pad2d(X, padding)),
        "Everything is 0: the image is never copied into the larger one.",
    ),
    Misconception(
        "two_axes_only",
        _two_axes_only,
        "This works for (rows, columns) only. An image may have a channel axis in front: count axes from the end, "
        "`X.shape[-2]` and `X.shape[-1]`.",
    ),
    Misconception(
        "first_axes",
        _first_axes,
        "The first two axes are padded. With a channel axis in front, rows and columns are the last two.",
    ),
    Misconception(
        "all_axes",
        lambda X, padding: pad(X, (padding[1], padding[1], padding[0], padding[0]) + (1, 1) * (X.dim() - 2)),
        "The channel axis is padded too, so there are more channels than before. Pad the last two axes only.",
    ),
    Misconception(
        "first_channel_only",
        lambda X, padding: pad2d(X if X.dim() == 2 else X[0], padding),
        "Only the first channel comes out. Every channel gets its border.",
    ),
    Misconception(
        "negative_stop",
        _negative_stop,
        "`X[p:-p]` is everything but the border, except for p = 0: then `-0` is 0 and the slice is empty. Write `p : p + n`.",
    ),
    Misconception(
        "uninitialised_border",
        _placed(lambda rows, columns: (rows, columns), new=torch.empty),
        "The border holds NaN: it was made with `torch.empty`, which is whatever was in memory. Start from zeros.",
    ),
    Misconception(
        "half_on_each_side",
        lambda X, padding: bordered()(X, (padding[0] // 2, padding[1] // 2)),
        "The padding is halved. Here it is the number of zeros on each side, not on both together (as in a book's formula).",
    ),
)


TASK = Task(
    "pad2d",
    "code",
    2,
    "4.2",
    facets=(
        Facet(
            "border", 0.50, "zeros all around, as many as `padding` says for rows and for columns; sliced images too"
        ),
        Facet("none", 0.20, "no padding along one axis, or along both", form=True),
        Facet("channels", 0.30, "images with a channel axis in front", form=True),
    ),
    reference=pad2d,
    cases=cases,
    misconceptions=MISTAKES,
)
