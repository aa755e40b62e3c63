"""Borders, steps and layers: the references, and the bank of wrong ones.

Each is the right code with one thing wrong, written the way learners write it.
"""

import math

import numpy as np
import torch
from torch import nn
from torch.nn.functional import pad

from grader.tasks.model import Misconception
from grader.tasks.output_size_mistakes import output_size

# -- pad2d -------------------------------------------------------------------------------------------------------


def pad2d(X, padding):
    """Copy X, pixel by pixel, into the middle of a larger image of zeros."""
    rows, columns = padding
    height, width = X.shape[-2:]
    padded = torch.zeros((*X.shape[:-2], height + 2 * rows, width + 2 * columns), dtype=X.dtype)
    for i in range(height):
        for j in range(width):
            padded[..., rows + i, columns + j] = X[..., i, j]
    return padded


def _bordered(mode="constant", value=0.0):
    """Return a wrong `pad2d` that fills the border otherwise."""

    def wrong(X, padding):
        rows, columns = padding
        with_axes = X[(None,) * (4 - X.dim())]
        if mode == "constant":
            padded = pad(with_axes, (columns, columns, rows, rows), value=value)
        else:
            padded = pad(with_axes, (columns, columns, rows, rows), mode=mode)
        return padded.reshape(*X.shape[:-2], *padded.shape[-2:])

    return wrong


def _numpy_mode(mode):
    def wrong(X, padding):
        sides = [(0, 0)] * (X.dim() - 2) + [(number, number) for number in padding]
        return torch.from_numpy(np.pad(X.numpy(), sides, mode=mode))

    return wrong


def _placed(place, size=lambda rows, columns: (2 * rows, 2 * columns), new=torch.zeros):
    """Return a wrong `pad2d` that copies X to another place, or into an image of another size or kind."""

    def wrong(X, padding):
        rows, columns = padding
        height, width = X.shape[-2:]
        more, wider = size(rows, columns)
        padded = new((*X.shape[:-2], height + more, width + wider), dtype=X.dtype)
        top, left = place(rows, columns)
        padded[..., top : top + height, left : left + width] = X
        return padded

    return wrong


def _negative_stop(X, padding):
    rows, columns = padding
    padded = torch.zeros((*X.shape[:-2], X.shape[-2] + 2 * rows, X.shape[-1] + 2 * columns), dtype=X.dtype)
    padded[..., rows:-rows, columns:-columns] = X
    return padded


def _two_axes_only(X, padding):
    rows, columns = padding
    height, width = X.shape
    return pad(X, (columns, columns, rows, rows)).reshape(height + 2 * rows, width + 2 * columns)


def _first_axes(X, padding):
    rows, columns = padding
    height, width = X.shape[0], X.shape[1]
    padded = torch.zeros((height + 2 * rows, width + 2 * columns, *X.shape[2:]), dtype=X.dtype)
    padded[rows : rows + height, columns : columns + width] = X
    return padded


SWAPPED_PADDING = (
    "Rows and columns are swapped. (`nn.functional.pad` counts from the last axis: left, right, top, bottom.)"
)

PAD2D_MISCONCEPTIONS = (
    Misconception("rows_and_columns_swapped", lambda X, padding: pad2d(X, padding[::-1]), SWAPPED_PADDING),
    Misconception(
        "sides_mixed_up",
        lambda X, padding: pad(X, (padding[0], padding[1], padding[0], padding[1])),
        "The four sides are mixed up. `nn.functional.pad` wants left, right, top, bottom: the columns' number twice, then the "
        "rows' number twice.",
    ),
    Misconception(
        "repeats_the_border",
        _bordered("replicate"),
        "The border repeats the outermost pixels. Fill it with zeros.",
    ),
    Misconception("ones", _bordered(value=1.0), "The border is filled with ones. Fill it with zeros."),
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
    Misconception(
        "reflects",
        _numpy_mode("reflect"),
        "The border mirrors the image. Fill it with zeros.",
    ),
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
    ),
    Misconception(
        "columns_only",
        lambda X, padding: pad2d(X, (0, padding[1])),
        "Only the columns are padded. `padding` has a first number, for the rows.",
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
)


# -- corr2d_strided ----------------------------------------------------------------------------------------------


def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
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


def _loop(*, cell=lambda part, K: (part * K).sum(), steps=lambda stride: stride, keep_partial=False):
    """Return the right loop with parts replaced: what makes a number of a window, how it moves, which places count."""

    def wrong(X, K, stride, padding):
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


def _size_only(X, K, stride, padding):
    """The stride sets the size of the output, but the window moves by one pixel."""
    dense = corr2d_strided(X, K, (1, 1), padding)
    right = corr2d_strided(X, K, stride, padding)
    return dense[: right.shape[0], : right.shape[1]]


def _subsampled_image(X, K, stride, padding):
    return corr2d_strided(pad2d(X, padding)[:: stride[0], :: stride[1]], K)


def _dilated(X, K, stride, padding):
    spread = torch.zeros((K.shape[0] - 1) * stride[0] + 1, (K.shape[1] - 1) * stride[1] + 1)
    spread[:: stride[0], :: stride[1]] = K
    return corr2d_strided(X, spread, (1, 1), padding)


def _defaults(wrong):
    return lambda X, K, stride=(1, 1), padding=(0, 0): wrong(X, K, stride, padding).float()


def _rest_is_zero(X, K, stride, padding):
    """As large as with stride 1, every other place 0."""
    dense, right = corr2d_strided(X, K, (1, 1), padding), corr2d_strided(X, K, stride, padding)
    Y = torch.zeros_like(dense)
    Y[:: stride[0], :: stride[1]] = right
    return Y


CORR2D_STRIDED_MISCONCEPTIONS = (
    Misconception(
        "strides_swapped",
        _defaults(lambda X, K, stride, padding: corr2d_strided(X, K, stride[::-1], padding)),
        "The two strides are swapped: the first number moves the window down, the second one to the right.",
    ),
    Misconception(
        "first_stride_for_both",
        _defaults(lambda X, K, stride, padding: corr2d_strided(X, K, (stride[0], stride[0]), padding)),
        "The stride of the rows is used for the columns too.",
    ),
    Misconception(
        "second_stride_for_both",
        _defaults(lambda X, K, stride, padding: corr2d_strided(X, K, (stride[1], stride[1]), padding)),
        "The stride of the columns is used for the rows too.",
    ),
    Misconception(
        "stride_for_rows_only",
        _defaults(lambda X, K, stride, padding: corr2d_strided(X, K, (stride[0], 1), padding)),
        "Only the rows have a stride. `stride` has a second number, for the columns.",
    ),
    Misconception(
        "stride_for_columns_only",
        _defaults(lambda X, K, stride, padding: corr2d_strided(X, K, (1, stride[1]), padding)),
        "Only the columns have a stride. `stride` has a first number, for the rows.",
    ),
    Misconception(
        "strides_swapped_in_position",
        _defaults(_loop(steps=lambda stride: stride[::-1])),
        "The size is right, but the window moves by the wrong stride: row i starts at `i * stride[0]`, column j at "
        "`j * stride[1]`.",
    ),
    Misconception(
        "stride_ignored",
        _defaults(lambda X, K, stride, padding: corr2d_strided(X, K, (1, 1), padding)),
        "The stride is not used: the window stops at every pixel.",
    ),
    Misconception(
        "stride_in_size_only",
        _defaults(_size_only),
        "The stride is used for the size of the result, but the window still moves by one pixel: it starts at `i * stride[0]`.",
    ),
    Misconception(
        "kernel_size_as_stride",
        _defaults(lambda X, K, stride, padding: corr2d_strided(X, K, tuple(K.shape), padding)),
        "The window moves by its own size. It must move by the stride.",
    ),
    Misconception(
        "image_subsampled",
        _defaults(_subsampled_image),
        "The image is thinned out, and the kernel slides over what is left. A stride moves the window; inside it, "
        "neighbouring pixels stay neighbours.",
    ),
    Misconception(
        "gap_in_the_window",
        _defaults(_dilated),
        "The stride spreads the pixels of the window. That is dilation. A stride is how far the window moves.",
    ),
    Misconception(
        "other_places_zero",
        _defaults(_rest_is_zero),
        "The skipped places are kept, as zeros. They do not appear in the result at all: write to Y[i, j], not to "
        "Y[i * stride[0], j * stride[1]].",
    ),
    Misconception(
        "starts_one_stride_late",
        _defaults(
            lambda X, K, stride, padding: corr2d_strided(pad2d(X, padding), K)[
                stride[0] - 1 :: stride[0], stride[1] - 1 :: stride[1]
            ]
        ),
        "The first window starts too late. It belongs in the top left corner, at row 0 and column 0.",
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
    ),
    Misconception(
        "padding_ignored",
        _defaults(lambda X, K, stride, padding: corr2d_strided(X, K, stride)),
        "The padding is not used.",
    ),
    Misconception(
        "paddings_swapped",
        _defaults(lambda X, K, stride, padding: corr2d_strided(X, K, stride, padding[::-1])),
        SWAPPED_PADDING,
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
    ),
    Misconception(
        "padding_on_far_side",
        _defaults(lambda X, K, stride, padding: corr2d_strided(pad(X, (0, padding[1], 0, padding[0])), K, stride)),
        "The border is added at the bottom and on the right only. All four sides get it.",
    ),
    Misconception(
        "border_repeated",
        _defaults(lambda X, K, stride, padding: corr2d_strided(_bordered("replicate")(X, padding), K, stride)),
        "The border repeats the outermost pixels. Fill it with zeros.",
    ),
    Misconception(
        "result_padded",
        _defaults(lambda X, K, stride, padding: pad2d(corr2d_strided(X, K, stride), padding)),
        "The zeros are put around the result. They belong around the image, before the window slides.",
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
    ),
    Misconception(
        "flipped_kernel",
        _defaults(lambda X, K, stride, padding: corr2d_strided(X, K.flip(0, 1), stride, padding)),
        "The kernel is flipped (true convolution). Use it as it is.",
    ),
    Misconception(
        "transposed_kernel",
        _defaults(lambda X, K, stride, padding: corr2d_strided(X, K.T, stride, padding)),
        "The kernel is transposed: its rows are used as columns.",
    ),
    Misconception(
        "transposed_result",
        _defaults(lambda X, K, stride, padding: corr2d_strided(X, K, stride, padding).T),
        "Rows and columns of the result are swapped.",
    ),
    Misconception(
        "largest_instead_of_sum",
        _defaults(_loop(cell=lambda part, K: (part * K).max())),
        "The largest product is kept (as in max pooling). Add all products up.",
    ),
    Misconception(
        "mean_instead_of_sum",
        _defaults(_loop(cell=lambda part, K: (part * K).mean())),
        "The products are averaged (as in average pooling). Add them up.",
    ),
    Misconception(
        "kernel_not_used",
        _defaults(_loop(cell=lambda part, K: part.sum())),
        "The window is summed without being multiplied by the kernel.",
    ),
    Misconception(
        "negative_cut_off",
        _defaults(lambda X, K, stride, padding: corr2d_strided(X, K, stride, padding).relu()),
        "Negative results are set to 0. Keep them.",
    ),
)


# -- comp_conv2d -------------------------------------------------------------------------------------------------


def comp_conv2d(conv2d, X):
    """In [32] of the seed: two axes on, apply, two axes off."""
    Y = conv2d(X.reshape((1, 1) + X.shape))
    return Y.reshape(Y.shape[2:])


def _without_gradient(conv2d, X):
    with torch.no_grad():
        return comp_conv2d(conv2d, X)


def _own_weights(conv2d, X):
    torch.manual_seed(7)
    twin = nn.Conv2d(1, 1, conv2d.kernel_size, padding=conv2d.padding, stride=conv2d.stride)
    return comp_conv2d(twin, X)


def _bare(setting):
    """Return what comes out when the layer's weight is used without one of its settings."""

    def wrong(conv2d, X):
        kept = {"bias": conv2d.bias, "stride": conv2d.stride, "padding": conv2d.padding}
        kept.pop(setting)
        return nn.functional.conv2d(X[None, None], conv2d.weight, **kept)[0, 0]

    return wrong


COMP_CONV2D_MISCONCEPTIONS = (
    Misconception(
        "image_size_hard_coded",
        lambda conv2d, X: conv2d(X.reshape(1, 1, 6, 8))[0, 0],
        "The image size is written into the code, (1, 1, 6, 8). Take it from the image: `(1, 1) + X.shape`.",
    ),
    Misconception(
        "only_the_batch_axis_removed",
        lambda conv2d, X: conv2d(X[None, None])[0],
        "Only the batch axis is taken off. The channel axis has to go too: the result has two axes, like the image.",
    ),
    Misconception(
        "no_axis_removed",
        lambda conv2d, X: conv2d(X[None, None]),
        "The two axes in front are still there. Take them off again: `Y.reshape(Y.shape[2:])`.",
    ),
    Misconception(
        "squeezed",
        lambda conv2d, X: conv2d(X[None, None]).squeeze(),
        "`squeeze()` removes every axis of size 1, so a result with a single row or column loses that too. Remove the first two.",
    ),
    Misconception(
        "squeezed_in_part",
        lambda conv2d, X: conv2d(X[None, None]).squeeze(0).squeeze(-1).squeeze(0),
        "An axis of size 1 at the end is removed too. Only the first two axes have to go.",
    ),
    Misconception(
        "shape_of_the_input",
        lambda conv2d, X: conv2d(X[None, None]).reshape(X.shape),
        "The result gets the shape of the image. It has its own, `Y.shape[2:]`, which is smaller unless the padding makes up for it.",
    ),
    Misconception(
        "no_gradient",
        _without_gradient,
        "No gradient can flow back (`no_grad`, `.detach()`, `.data` or a detour through NumPy), so nothing would be learned.",
    ),
    Misconception(
        "detached_input",
        lambda conv2d, X: comp_conv2d(conv2d, X.detach()),
        "The image is detached, so no gradient reaches it.",
    ),
    Misconception(
        "detached_layer",
        lambda conv2d, X: nn.functional.conv2d(
            X[None, None], conv2d.weight.detach(), conv2d.bias.detach(), conv2d.stride, conv2d.padding
        )[0, 0],
        "The layer's weights are detached, so no gradient reaches them.",
    ),
    Misconception(
        "a_new_layer",
        _own_weights,
        "The function makes a layer of its own, with other weights. Call the one it is given.",
    ),
    Misconception(
        "bias_forgotten", _bare("bias"), "The layer's bias is missing. Call the layer: it does all of its work itself."
    ),
    Misconception(
        "stride_forgotten",
        _bare("stride"),
        "The layer's stride is not used. Call the layer: it does all of its work itself.",
    ),
    Misconception(
        "padding_forgotten",
        _bare("padding"),
        "The layer's padding is not used. Call the layer: it does all of its work itself.",
    ),
    Misconception(
        "image_without_axes",
        lambda conv2d, X: conv2d(X),
        "The layer cannot read what it gets. It wants two more axes in front of rows and columns, one for several images and "
        "one for channels: (1, 1) + X.shape.",
    ),
    Misconception(
        "transposed_image",
        lambda conv2d, X: comp_conv2d(conv2d, X.T),
        "Rows and columns of the image are swapped.",
    ),
    Misconception(
        "rows_and_columns_swapped",
        lambda conv2d, X: comp_conv2d(conv2d, X.reshape(X.shape[::-1])),
        "The image is read with rows and columns swapped: the shape is (1, 1, rows, columns).",
    ),
    Misconception(
        "result_transposed",
        lambda conv2d, X: comp_conv2d(conv2d, X).T,
        "Rows and columns of the result are swapped.",
    ),
    Misconception(
        "applied_twice",
        lambda conv2d, X: comp_conv2d(conv2d, comp_conv2d(conv2d, X)),
        "The layer is applied twice.",
    ),
    Misconception(
        "flattened",
        lambda conv2d, X: conv2d(X[None, None]).reshape(-1),
        "The result is one long row of numbers. Keep its rows and columns: `Y.shape[2:]`.",
    ),
    Misconception(
        "first_row_only",
        lambda conv2d, X: conv2d(X[None, None])[0, 0, 0],
        "One axis too many is taken off, so only the first row of the result is left.",
    ),
)
