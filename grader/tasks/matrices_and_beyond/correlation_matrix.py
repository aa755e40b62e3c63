"""Task `correlation_matrix`: the matrix that does what a kernel does."""

from collections.abc import Callable
from typing import Any

import numpy as np
import torch

from grader.tasks.draws import signed
from grader.tasks.images import ASYMMETRIC, SEED_KERNEL
from grader.tasks.model import Case, Facet, Misconception, Task


def correlation_matrix(K: torch.Tensor, image_shape: tuple[int, int]) -> torch.Tensor:
    """One row for each output: the kernel laid on an empty image, and that image flattened.

    >>> correlation_matrix(torch.tensor([[0.0, 1.0], [2.0, 3.0]]), (3, 3))[0]
    tensor([0., 1., 0., 2., 3., 0., 0., 0., 0.])
    """
    (h, w), (H, W) = K.shape, image_shape
    if h > H or w > W:
        raise ValueError(f"a kernel of {h}x{w} does not fit in an image of {H}x{W}")
    rows = []
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            laid = torch.zeros(H, W, dtype=K.dtype)  # copies, so nothing is rounded
            laid[i : i + h, j : j + w] = K
            rows.append(laid.flatten())
    return torch.stack(rows)


def cases(rng: np.random.Generator, public: bool) -> list[Case]:
    if public:
        cases = [("square", SEED_KERNEL, (3, 3)), ("rectangular", ASYMMETRIC, (3, 4))]
        shapes = [((2, 2), (3, 1)), ((2, 2), (2, 2))]
    else:
        cases = [("square", signed(rng, k, k), (n, n)) for n, k in ((4, 2), (5, 3), (3, 1))]
        sizes = [((4, 6), (1, 2)), ((6, 4), (3, 2)), ((3, 7), (2, 4)), ((5, 3), (2, 3))]
        cases += [("rectangular", signed(rng, *kernel), image) for image, kernel in sizes]
        shapes = [((3, 2), (2, 5)), ((2, 3), (5, 2)), ((2, 3), (2, 3)), ((2, 3), (4, 3)), ((4, 1), (3, 9))]
    made = [Case(facet, f"K {tuple(K.shape)}, image {shape}", (K, shape)) for facet, K, shape in cases]
    for kernel, image in shapes:
        made.append(Case("unfitting", f"K {kernel}, image {image}", (torch.ones(kernel), image), observe=()))
    return made


def _rolled(step: int, rows: Callable[[tuple[int, int]], int] | None = None) -> Callable[..., torch.Tensor]:
    """Return a matrix each of whose rows is the first one, moved on by `step` numbers for each output."""

    def wrong(K: torch.Tensor, image_shape: tuple[int, int]) -> torch.Tensor:
        T = correlation_matrix(K, image_shape)
        count = rows(image_shape) if rows else T.shape[0]
        return torch.stack([T[0].roll(step * n) for n in range(count)])

    return wrong


def _packed(K: torch.Tensor, image_shape: tuple[int, int]) -> torch.Tensor:
    T = correlation_matrix(K, image_shape)
    wrong = torch.zeros_like(T)
    for n, start in enumerate((T != 0).long().argmax(1).tolist()):
        part = K.flatten()[: T.shape[1] - start]
        wrong[n, start : start + part.numel()] = part
    return wrong


def _output_width_as_stride(K: torch.Tensor, image_shape: tuple[int, int]) -> torch.Tensor:
    T = correlation_matrix(K, image_shape)
    h, w = K.shape
    wrong = torch.zeros(T.shape[0], T.shape[1] + h * w)
    columns = image_shape[1] - w + 1
    for n in range(T.shape[0]):
        for a in range(h):
            start = (n // columns + a) * columns + n % columns
            wrong[n, start : start + w] = K[a]
    return wrong[:, : T.shape[1]]


def _by_columns(K: torch.Tensor, image_shape: tuple[int, int]) -> torch.Tensor:
    T = correlation_matrix(K, image_shape)
    (h, w), (H, W) = K.shape, image_shape
    four = T.reshape(H - h + 1, W - w + 1, H, W)
    return four.permute(1, 0, 3, 2).reshape(T.shape)


def _rows_kept(keep: Callable[..., Any]) -> Callable[..., torch.Tensor]:
    def wrong(K: torch.Tensor, image_shape: tuple[int, int]) -> torch.Tensor:
        T = correlation_matrix(K, image_shape)
        kept = torch.zeros_like(T)
        rows = keep(T.shape[0], image_shape[1] - K.shape[1] + 1)
        kept[rows] = T[rows]
        return kept

    return wrong


def _filled_on(K: torch.Tensor, image_shape: tuple[int, int]) -> torch.Tensor:
    """Write each row's kernel over what the rows before it have left."""
    T, ones = correlation_matrix(K, image_shape), correlation_matrix(torch.ones(K.shape), image_shape) != 0
    row, rows = torch.zeros_like(T[0]), []
    for line, stamp in zip(T, ones, strict=True):
        row = torch.where(stamp, line, row)
        rows.append(row)
    return torch.stack(rows)


MISTAKES = (
    Misconception(
        "windows_wrap",
        _rolled(1),
        "Each row is the one above moved by one number. At the end of an image row the window must jump on to the next row, "
        "but here it wraps: half of it lies at the right edge, half at the left.",
    ),
    Misconception(
        "row_for_every_pixel",
        _rolled(1, rows=lambda shape: shape[0] * shape[1]),
        "There is one row for every pixel. There must be one for every output: (H − h + 1)(W − w + 1) rows.",
    ),
    Misconception(
        "matrix_transposed",
        lambda K, image_shape: correlation_matrix(K, image_shape).T,
        "Rows and columns are swapped: T has one row for each output and one column for each pixel.",
    ),
    Misconception(
        "flipped_kernel",
        lambda K, image_shape: correlation_matrix(K.flip(0, 1), image_shape),
        "The kernel is flipped. Lay it on the image as it is.",
    ),
    Misconception(
        "transposed_kernel",
        lambda K, image_shape: (
            correlation_matrix(K, image_shape) * 0
            if K.shape[0] > image_shape[1] or K.shape[1] > image_shape[0]
            else correlation_matrix(K.T, image_shape)
        ),
        "The kernel is transposed: its rows are laid down as columns.",
    ),
    Misconception(
        "kernel_in_one_piece",
        _packed,
        "All weights stand side by side. Between two rows of the kernel there are W − w pixels that it does not touch: "
        "the second row of K begins W numbers after the first.",
    ),
    Misconception(
        "output_width_as_step",
        _output_width_as_stride,
        "The next image row is W numbers further on. Here the step is the width of the output.",
    ),
    Misconception(
        "columns_first", _by_columns, "Image and output are read column by column. `flatten()` reads row by row."
    ),
    Misconception(
        "height_and_width_swapped",
        lambda K, image_shape: (
            correlation_matrix(K, (max(image_shape[1], K.shape[0]), max(image_shape[0], K.shape[1])))
            if K.shape[0] <= image_shape[0] and K.shape[1] <= image_shape[1]
            else correlation_matrix(K, image_shape)
        ),
        "Height and width of the image are swapped: `image_shape` is (rows, columns).",
    ),
    Misconception(
        "four_axes",
        lambda K, image_shape: correlation_matrix(K, image_shape).reshape(
            image_shape[0] - K.shape[0] + 1, image_shape[1] - K.shape[1] + 1, *image_shape
        ),
        "The numbers are right, in four axes. Flatten the first two and the last two: a matrix has two.",
    ),
    Misconception(
        "integer_matrix",
        lambda K, image_shape: correlation_matrix(K.trunc(), image_shape),
        "The matrix holds integers, so the weights are cut to whole numbers.",
    ),
    Misconception(
        "ones_for_weights",
        lambda K, image_shape: correlation_matrix(torch.ones_like(K), image_shape),
        "The windows are in the right places, but marked with 1. Write the kernel's weights there.",
    ),
    Misconception(
        "first_output_row_only",
        _rows_kept(lambda count, width: slice(0, width)),
        "Only the windows of the first output row are filled in: is the loop over rows missing, or the row number?",
    ),
    Misconception(
        "last_row_missing",
        _rows_kept(lambda count, width: slice(0, count - 1)),
        "The last row of the matrix stays empty: `range(n)` already stops at n − 1.",
    ),
    Misconception(
        "normalised",
        lambda K, image_shape: correlation_matrix(K, image_shape) / K.numel(),
        "The weights are divided by their number. Lay them down as they are.",
    ),
    Misconception(
        "no_size_check",
        lambda K, image_shape: (
            correlation_matrix(K, image_shape)
            if K.shape[0] <= image_shape[0] and K.shape[1] <= image_shape[1]
            else torch.zeros(0, image_shape[0] * image_shape[1])
        ),
        "A kernel larger than the image is not refused. Raise a ValueError.",
    ),
    Misconception(
        "earlier_rows_stay",
        _filled_on,
        "Each row still holds the kernels of the rows before it: start every one from zeros.",
    ),
)


TASK = Task(
    "correlation_matrix",
    "code",
    1.5,
    "6.1",
    facets=(
        Facet("square", 0.4, "square images and kernels"),
        Facet("rectangular", 0.5, "rectangular images and kernels"),
        Facet("unfitting", 0.1, "a ValueError if K does not fit in the image, and only then", form=True),
    ),
    reference=correlation_matrix,
    cases=cases,
    misconceptions=MISTAKES,
)
