"""Task `corr2d_strided`: the cross-correlation with padding and stride."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch.nn.functional import pad

from grader.tasks.case_names import shape_of
from grader.tasks.draws import signed
from grader.tasks.images import ASYMMETRIC, COUNTING, LARGE_PICTURE, SEED_KERNEL
from grader.tasks.model import Case, Facet, Input, Misconception, Task
from grader.tasks.padding_and_stride.output_size import output_size
from grader.tasks.padding_and_stride.pad2d import SWAPPED_PADDING, bordered, pad2d


def corr2d_strided(
    X: torch.Tensor, K: torch.Tensor, stride: tuple[int, int] = (1, 1), padding: tuple[int, int] = (0, 0)
) -> torch.Tensor:
    """Slide in float64, one window at a time.

    >>> corr2d_strided(torch.arange(9.0).reshape(3, 3), torch.tensor([[0.0, 1.0], [2.0, 3.0]]), (3, 2), (1, 1))
    tensor([[0., 8.],
            [6., 8.]], dtype=torch.float64)
    """
    X, K = pad2d(X.double(), padding), K.double()
    h, w = K.shape
    rows = output_size(X.shape[0], h, stride[0])
    columns = output_size(X.shape[1], w, stride[1])
    Y = torch.zeros((rows, columns), dtype=torch.float64)
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride[0], j * stride[1]
            Y[i, j] = (X[top : top + h, left : left + w] * K).sum()
    return Y


def cases(rng: np.random.Generator, public: bool) -> list[Case]:
    drawn: dict[str, list[tuple[Any, torch.Tensor, dict[str, Any]]]]
    if public:
        drawn = {
            "plain": [(COUNTING, SEED_KERNEL, {})],
            "padding": [
                (COUNTING, SEED_KERNEL, {"padding": (1, 1)}),
                (LARGE_PICTURE[:3, :4], ASYMMETRIC, {"padding": (2, 1)}),
            ],
            "stride": [
                (LARGE_PICTURE[:5, :6], SEED_KERNEL, {"stride": (3, 2)}),
                (LARGE_PICTURE[:4, :5], ASYMMETRIC, {"stride": (1, 2)}),
            ],
            "leftover": [
                (LARGE_PICTURE, ASYMMETRIC, {"stride": (3, 3)}),
                (LARGE_PICTURE[:5, :6], ASYMMETRIC, {"stride": (2, 2)}),
            ],
            "both": [(COUNTING, SEED_KERNEL, {"stride": (3, 2), "padding": (1, 1)})],
        }
    else:
        drawn = {
            facet: [(signed(rng, *image), signed(rng, *kernel), settings) for image, kernel, settings in sizes]
            for facet, sizes in STRIDED_SIZES.items()
        }
        X, K, settings = drawn["both"][0]
        drawn["both"][0] = (Input(X, layout="cropped"), K, settings)
    cases = []
    for facet, calls in drawn.items():
        for X, K, settings in calls:
            words = ", ".join(f"{key} {value}" for key, value in settings.items())
            name = f"X {shape_of(X)}, K {tuple(K.shape)}" + (f", {words}" if words else "")
            if facet == "both":  # by position, as the signature says
                cases.append(Case(facet, name, (X, K, settings["stride"], settings["padding"])))
            else:
                cases.append(Case(facet, name, (X, K), settings))
    return cases


STRIDED_SIZES: dict[str, list[tuple[Any, Any, dict[str, Any]]]] = {
    "plain": [((6, 9), (3, 2), {}), ((5, 4), (2, 2), {})],
    "padding": [
        ((5, 7), (2, 3), {"padding": (2, 1)}),
        ((4, 6), (3, 2), {"padding": (0, 2)}),
        ((7, 4), (1, 3), {"padding": (1, 0)}),
    ],
    "stride": [
        ((9, 8), (3, 2), {"stride": (2, 3)}),
        ((8, 7), (2, 3), {"stride": (3, 2)}),
        ((5, 9), (2, 1), {"stride": (1, 4)}),
        ((9, 6), (1, 3), {"stride": (2, 1)}),
    ],
    "leftover": [
        ((9, 8), (2, 3), {"stride": (3, 2)}),
        ((8, 10), (3, 2), {"stride": (2, 3)}),
        ((7, 9), (3, 2), {"stride": (3, 4)}),
        ((8, 9), (2, 4), {"stride": (4, 2)}),
    ],
    "both": [
        ((6, 9), (3, 2), {"stride": (2, 3), "padding": (1, 2)}),
        ((7, 5), (2, 4), {"stride": (3, 2), "padding": (2, 0)}),
        ((8, 8), (3, 5), {"stride": (3, 4), "padding": (0, 1)}),
    ],
}


def _loop(
    *,
    cell: Callable[..., torch.Tensor] = lambda part, K: (part * K).sum(),
    steps: Callable[[tuple[int, int]], tuple[int, int]] = lambda stride: stride,
    keep_partial: bool = False,
) -> Callable[..., torch.Tensor]:
    """Return the right loop with parts replaced: what makes a number of a window, how it moves, which places count."""

    def wrong(X: torch.Tensor, K: torch.Tensor, stride: tuple[int, int], padding: tuple[int, int]) -> torch.Tensor:
        X = pad2d(X, padding)
        round_size = math.ceil if keep_partial else math.floor
        size = [round_size((n - k) / s) + 1 for n, k, s in zip(X.shape, K.shape, stride, strict=True)]
        Y = torch.zeros(size)
        down, right = steps(stride)
        for i in range(size[0]):
            for j in range(size[1]):
                top, left = i * down, j * right
                Y[i, j] = cell(X[top : top + K.shape[0], left : left + K.shape[1]], K)
        return Y

    return wrong


def _size_only(X: torch.Tensor, K: torch.Tensor, stride: tuple[int, int], padding: tuple[int, int]) -> torch.Tensor:
    """The stride sets the size of the output, but the window moves by one pixel."""
    dense = corr2d_strided(X, K, (1, 1), padding)
    right = corr2d_strided(X, K, stride, padding)
    return dense[: right.shape[0], : right.shape[1]]


def _subsampled_image(
    X: torch.Tensor, K: torch.Tensor, stride: tuple[int, int], padding: tuple[int, int]
) -> torch.Tensor:
    return corr2d_strided(pad2d(X, padding)[:: stride[0], :: stride[1]], K)


def _dilated(X: torch.Tensor, K: torch.Tensor, stride: tuple[int, int], padding: tuple[int, int]) -> torch.Tensor:
    spread = torch.zeros((K.shape[0] - 1) * stride[0] + 1, (K.shape[1] - 1) * stride[1] + 1)
    spread[:: stride[0], :: stride[1]] = K
    return corr2d_strided(X, spread, (1, 1), padding)


def _defaults(wrong: Callable[..., torch.Tensor]) -> Callable[..., torch.Tensor]:
    return lambda X, K, stride=(1, 1), padding=(0, 0): wrong(X, K, stride, padding).float()


def _rest_is_zero(X: torch.Tensor, K: torch.Tensor, stride: tuple[int, int], padding: tuple[int, int]) -> torch.Tensor:
    """As large as with stride 1, every other place 0."""
    dense, right = corr2d_strided(X, K, (1, 1), padding), corr2d_strided(X, K, stride, padding)
    Y = torch.zeros_like(dense)
    Y[:: stride[0], :: stride[1]] = right
    return Y


MISTAKES = (
    Misconception(
        "strides_swapped",
        _defaults(lambda X, K, stride, padding: corr2d_strided(X, K, stride[::-1], padding)),
        "The two strides are swapped: the first number moves the window down, the second one to the right.",
        about=("stride",),
        before=lambda X, K, stride=(1, 1), padding=(0, 0): (X, K, stride[::-1], padding),
    ),
    Misconception(
        "first_stride_for_both",
        _defaults(lambda X, K, stride, padding: corr2d_strided(X, K, (stride[0], stride[0]), padding)),
        "The stride of the rows is used for the columns too.",
        about=("stride",),
        before=lambda X, K, stride=(1, 1), padding=(0, 0): (X, K, (stride[0], stride[0]), padding),
    ),
    Misconception(
        "second_stride_for_both",
        _defaults(lambda X, K, stride, padding: corr2d_strided(X, K, (stride[1], stride[1]), padding)),
        "The stride of the columns is used for the rows too.",
        about=("stride",),
        before=lambda X, K, stride=(1, 1), padding=(0, 0): (X, K, (stride[1], stride[1]), padding),
    ),
    Misconception(
        "stride_for_rows_only",
        _defaults(lambda X, K, stride, padding: corr2d_strided(X, K, (stride[0], 1), padding)),
        "Only the rows have a stride. `stride` has a second number, for the columns.",
        about=("stride",),
        before=lambda X, K, stride=(1, 1), padding=(0, 0): (X, K, (stride[0], 1), padding),
    ),
    Misconception(
        "stride_for_columns_only",
        _defaults(lambda X, K, stride, padding: corr2d_strided(X, K, (1, stride[1]), padding)),
        "Only the columns have a stride. `stride` has a first number, for the rows.",
        about=("stride",),
        before=lambda X, K, stride=(1, 1), padding=(0, 0): (X, K, (1, stride[1]), padding),
    ),
    Misconception(
        "strides_swapped_in_position",
        _defaults(_loop(steps=lambda stride: stride[::-1])),
        "The size is right, but the window moves by the wrong stride: row i starts at `i * stride[0]`, column j at "
        "`j * stride[1]`.",
        about=("stride",),
    ),
    Misconception(
        "stride_ignored",
        _defaults(lambda X, K, stride, padding: corr2d_strided(X, K, (1, 1), padding)),
        "The stride is not used: the window stops at every pixel.",
        about=("stride",),
        before=lambda X, K, stride=(1, 1), padding=(0, 0): (X, K, (1, 1), padding),
    ),
    Misconception(
        "stride_always_two",
        _defaults(lambda X, K, stride, padding: corr2d_strided(X, K, stride if stride == (1, 1) else (2, 2), padding)),
        "The stride is always 2, along both axes, whatever the argument says.",
    ),
    Misconception(
        "stride_in_size_only",
        _defaults(_size_only),
        "The stride is used for the size of the result, but the window still moves by one pixel: it starts at `i * stride[0]`.",
        about=("stride",),
    ),
    Misconception(
        "kernel_size_as_stride",
        _defaults(lambda X, K, stride, padding: corr2d_strided(X, K, tuple(K.shape), padding)),
        "The window moves by its own size. It must move by the stride.",
        about=("stride",),
    ),
    Misconception(
        "image_subsampled",
        _defaults(_subsampled_image),
        "The image is thinned out, and the kernel slides over what is left. A stride moves the window; inside it, "
        "neighboring pixels stay neighbors.",
        about=("stride",),
    ),
    Misconception(
        "gap_in_the_window",
        _defaults(_dilated),
        "The stride spreads the pixels of the window. That is dilation. A stride is how far the window moves.",
        about=("stride",),
    ),
    Misconception(
        "other_places_zero",
        _defaults(_rest_is_zero),
        "The skipped places are kept, as zeros. They do not appear in the result at all: write to `Y[i, j]`, not to "
        "`Y[i * stride[0], j * stride[1]]`.",
        about=("stride",),
    ),
    Misconception(
        "starts_one_stride_late",
        _defaults(
            lambda X, K, stride, padding: corr2d_strided(pad2d(X, padding), K)[
                stride[0] - 1 :: stride[0], stride[1] - 1 :: stride[1]
            ]
        ),
        "The first window starts too late. It belongs in the top left corner, at row 0 and column 0.",
        about=("stride",),
    ),
    Misconception(
        "partial_window_broadcast",
        _defaults(_loop(keep_partial=True)),
        "Windows that hang over the edge are kept; where one pixel is left, it is silently spread over the whole kernel. "
        "Round the size down: `(n - k) // stride + 1`.",
    ),
    Misconception(
        "partial_window_cropped",
        _defaults(_loop(cell=lambda part, K: (part * K[: part.shape[0], : part.shape[1]]).sum(), keep_partial=True)),
        "Windows that hang over the edge are kept, with the part that is inside. A place counts only if the whole window "
        "lies inside: round the size down.",
    ),
    Misconception(
        "divided_size",
        _defaults(
            lambda X, K, stride, padding: corr2d_strided(X, K, stride, padding)[
                : (X.shape[0] + 2 * padding[0] - K.shape[0]) // stride[0] or None,
                : (X.shape[1] + 2 * padding[1] - K.shape[1]) // stride[1] or None,
            ]
        ),
        "The last row and the last column are missing: there is one place more than there are steps.",
        about=("stride",),
    ),
    Misconception(
        "padding_ignored",
        _defaults(lambda X, K, stride, padding: corr2d_strided(X, K, stride)),
        "The padding is not used.",
        before=lambda X, K, stride=(1, 1), padding=(0, 0): (X, K, stride),
    ),
    Misconception(
        "paddings_swapped",
        _defaults(lambda X, K, stride, padding: corr2d_strided(X, K, stride, padding[::-1])),
        SWAPPED_PADDING,
        before=lambda X, K, stride=(1, 1), padding=(0, 0): (X, K, stride, padding[::-1]),
    ),
    Misconception(
        "first_padding_for_both",
        _defaults(lambda X, K, stride, padding: corr2d_strided(X, K, stride, (padding[0], padding[0]))),
        "The padding of the rows is used for the columns too.",
    ),
    Misconception(
        "second_padding_for_both",
        _defaults(lambda X, K, stride, padding: corr2d_strided(X, K, stride, (padding[1], padding[1]))),
        "The padding of the columns is used for the rows too.",
    ),
    Misconception(
        "padding_on_one_side",
        _defaults(lambda X, K, stride, padding: corr2d_strided(pad(X, (padding[1], 0, padding[0], 0)), K, stride)),
        "The border is added at the top and on the left only. All four sides get it.",
        before=lambda X, K, stride=(1, 1), padding=(0, 0): (pad(X, (padding[1], 0, padding[0], 0)), K, stride),
    ),
    Misconception(
        "padding_on_far_side",
        _defaults(lambda X, K, stride, padding: corr2d_strided(pad(X, (0, padding[1], 0, padding[0])), K, stride)),
        "The border is added at the bottom and on the right only. All four sides get it.",
        before=lambda X, K, stride=(1, 1), padding=(0, 0): (pad(X, (0, padding[1], 0, padding[0])), K, stride),
    ),
    Misconception(
        "border_repeated",
        _defaults(lambda X, K, stride, padding: corr2d_strided(bordered("replicate")(X, padding), K, stride)),
        "The border repeats the outermost pixels. Fill it with zeros.",
        before=lambda X, K, stride=(1, 1), padding=(0, 0): (bordered("replicate")(X, padding), K, stride),
    ),
    Misconception(
        "result_padded",
        _defaults(lambda X, K, stride, padding: pad2d(corr2d_strided(X, K, stride), padding)),
        "The zeros are put around the result. They belong around the image, before the window slides.",
    ),
    Misconception(
        "result_padded_before_the_stride",
        _defaults(lambda X, K, stride, padding: pad2d(corr2d_strided(X, K), padding)[:: stride[0], :: stride[1]]),
        "The zeros are put around what the window gives. They belong around the image, before the window slides.",
    ),
    Misconception(
        "padded_twice",
        _defaults(lambda X, K, stride, padding: corr2d_strided(X, K, stride, (2 * padding[0], 2 * padding[1]))),
        "The padding is there twice.",
    ),
    Misconception(
        "same_padding",
        _defaults(lambda X, K, stride, padding: corr2d_strided(X, K, stride, (K.shape[0] // 2, K.shape[1] // 2))),
        "The padding is always half the kernel, whatever the caller asked for.",
        about=("padding",),
    ),
    Misconception(
        "flipped_kernel",
        _defaults(lambda X, K, stride, padding: corr2d_strided(X, K.flip(0, 1), stride, padding)),
        "The kernel is flipped (true convolution). Use it as it is.",
        about=("plain", "stride", "leftover"),
        before=lambda X, K, stride=(1, 1), padding=(0, 0): (X, K.flip(0, 1), stride, padding),
    ),
    Misconception(
        "transposed_kernel",
        _defaults(lambda X, K, stride, padding: corr2d_strided(X, K.T, stride, padding)),
        "The kernel is transposed: its rows are used as columns.",
        about=("plain", "stride", "leftover"),
    ),
    Misconception(
        "transposed_result",
        _defaults(lambda X, K, stride, padding: corr2d_strided(X, K, stride, padding).T),
        "Rows and columns of the result are swapped.",
        about=("plain", "stride", "leftover"),
    ),
    Misconception(
        "largest_instead_of_sum",
        _defaults(_loop(cell=lambda part, K: (part * K).max())),
        "The largest product is kept (as in max pooling). Add all products up.",
        about=("plain", "stride", "leftover"),
    ),
    Misconception(
        "mean_instead_of_sum",
        _defaults(_loop(cell=lambda part, K: (part * K).mean())),
        "The products are averaged (as in average pooling). Add them up.",
        about=("plain", "stride", "leftover"),
    ),
    Misconception(
        "kernel_not_used",
        _defaults(_loop(cell=lambda part, K: part.sum())),
        "The window is summed without being multiplied by the kernel.",
        about=("plain", "stride", "leftover"),
    ),
    Misconception(
        "negative_cut_off",
        _defaults(lambda X, K, stride, padding: corr2d_strided(X, K, stride, padding).relu()),
        "Negative results are set to 0. Keep them.",
        about=("plain", "stride", "leftover"),
    ),
)


TASK = Task(
    "corr2d_strided",
    "code",
    5,
    "4.3",
    facets=(
        Facet("plain", 0.05, "without stride and padding the same as `corr2d`"),
        Facet("padding", 0.15, "padding, unequal for rows and columns"),
        Facet("stride", 0.30, "strides, unequal for rows and columns, with negative numbers"),
        Facet("leftover", 0.30, "strides that leave pixels over"),
        Facet("both", 0.20, "both at once, for even and odd kernels; sliced images too", form=True),
    ),
    reference=corr2d_strided,
    cases=cases,
    needs=("output_size", "pad2d"),
    misconceptions=MISTAKES,
)
