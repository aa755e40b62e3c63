"""Wrong dilated, grouped and transposed correlations, for the last three tasks of assignment 6."""

import torch
from torch.nn.functional import pad

from grader.tasks.corr2d_mistakes import corr2d
from grader.tasks.matrix_references import (
    corr2d_dilated,
    corr2d_grouped,
    corr2d_transposed,
    require_dilated_fit,
    require_groups,
)
from grader.tasks.model import Misconception

# -- corr2d_dilated ----------------------------------------------------------------------------------------------


def _spread(K, row_gap, column_gap):
    """Return K with its weights `row_gap` rows and `column_gap` columns apart, zeros between."""
    wide = torch.zeros((K.shape[0] - 1) * row_gap + 1, (K.shape[1] - 1) * column_gap + 1, dtype=torch.float64)
    wide[::row_gap, ::column_gap] = K
    return wide


def _dilated(change):
    """Return a wrong version that still refuses what does not fit; `change(X, K, d)` may itself not fit."""

    def wrong(X, K, dilation=1):
        require_dilated_fit(X, K, dilation)
        return change(X, K, dilation)

    return wrong


def _dilated_unchecked(X, K, dilation=1):
    try:
        return corr2d_dilated(X, K, dilation)
    except ValueError:
        return torch.zeros(0, 0)


CORR2D_DILATED_MISCONCEPTIONS = (
    Misconception(
        "stride_instead",
        _dilated(lambda X, K, d: corr2d(X, K)[::d, ::d]),
        "The window jumps by the dilation: that is a stride. Dilation spreads the weights inside the window, which still "
        "moves by one pixel.",
    ),
    Misconception(
        "stride_as_well",
        _dilated(lambda X, K, d: corr2d_dilated(X, K, d)[::d, ::d]),
        "The window jumps by the dilation as well, or the image is thinned out, which is the same. Only the pixels inside "
        "each window are thinned out; the window still moves by one.",
    ),
    Misconception("dilation_ignored", _dilated(lambda X, K, d: corr2d(X, K)), "`dilation` is not used."),
    Misconception(
        "one_gap_too_many",
        _dilated(lambda X, K, d: corr2d(X, _spread(K, d + 1, d + 1))),
        "There are `dilation` zeros between two weights. There must be dilation − 1: a dilation of 1 leaves no gap.",
    ),
    Misconception(
        "span_too_large",
        _dilated(lambda X, K, d: corr2d(X, pad(_spread(K, d, d), (0, d - 1, 0, d - 1)))),
        "The window is taken to be k × d wide. It spans d (k − 1) + 1 pixels, so there are more positions.",
    ),
    Misconception(
        "only_rows_dilated",
        _dilated(lambda X, K, d: corr2d(X, _spread(K, d, 1))),
        "Only the rows are spread. Dilation spreads rows and columns.",
    ),
    Misconception(
        "only_columns_dilated",
        _dilated(lambda X, K, d: corr2d(X, _spread(K, 1, d))),
        "Only the columns are spread. Dilation spreads rows and columns.",
    ),
    Misconception(
        "weights_repeated",
        _dilated(lambda X, K, d: corr2d(X, K.repeat_interleave(d, 0).repeat_interleave(d, 1))),
        "The weights are repeated. Between them there are zeros.",
    ),
    Misconception(
        "flipped_kernel",
        _dilated(lambda X, K, d: corr2d_dilated(X, K.flip(0, 1), d)),
        "The kernel is flipped on the way.",
    ),
    Misconception(
        "always_two",
        _dilated(lambda X, K, d: corr2d_dilated(X, K, 2)),
        "The dilation is always 2, whatever the argument says.",
    ),
    Misconception(
        "last_position_missing",
        _dilated(lambda X, K, d: corr2d_dilated(X, K, d)[:-1, :-1]),
        "The last row and column are missing: there are n − d (k − 1) positions.",
    ),
    Misconception(
        "mean_instead_of_sum",
        _dilated(lambda X, K, d: corr2d_dilated(X, K, d) / K.numel()),
        "The products are averaged. They are added up.",
    ),
    Misconception(
        "no_size_check",
        _dilated_unchecked,
        "A window that spans more than the image is not refused. Raise a ValueError.",
    ),
)

# -- corr2d_grouped ----------------------------------------------------------------------------------------------


def _grouped(channels, *, kernel=lambda k: k, finish=lambda Y, groups: Y):
    """Return a grouped correlation in which output o reads the input channels `channels(o, c_in, c_out, groups)`."""

    def wrong(X, K, groups=1):
        require_groups(X, K, groups)
        maps = []
        for o, kernels in enumerate(K):
            inputs = channels(o, X.shape[0], K.shape[0], groups)
            maps.append(sum(corr2d(X[c], kernel(k)) for c, k in zip(inputs, kernels, strict=False)))
        return finish(torch.stack(maps), groups)

    return wrong


def _block(o, c_in, c_out, groups):
    """The right channels: contiguous blocks, in the order of the outputs."""
    size = c_in // groups
    first = o // (c_out // groups) * size
    return range(first, first + size)


def _interleave_outputs(Y, groups):
    return Y.reshape(groups, -1, *Y.shape[1:]).transpose(0, 1).reshape(Y.shape)


def _grouped_unchecked(X, K, groups=1):
    try:
        return corr2d_grouped(X, K, groups)
    except ValueError:
        return torch.zeros(0, 0, 0)


CORR2D_GROUPED_MISCONCEPTIONS = (
    Misconception(
        "first_channels_only",
        _grouped(lambda o, c_in, c_out, groups: range(c_in // groups)),
        "Every output reads the first channels. Output o belongs to group o // (c_out / groups) and reads that group's channels.",
    ),
    Misconception(
        "interleaved_inputs",
        _grouped(lambda o, c_in, c_out, groups: range(o // (c_out // groups), c_in, groups)),
        "The channels of a group are taken with gaps between them. Groups are contiguous blocks: the first c_in / groups "
        "channels, then the next.",
    ),
    Misconception(
        "group_of_output_by_remainder",
        _grouped(lambda o, c_in, c_out, groups: _block(o % groups * (c_out // groups), c_in, c_out, groups)),
        "Output o is given to group o % groups. Groups are contiguous for outputs too: o // (c_out / groups).",
    ),
    Misconception(
        "interleaved_outputs",
        _grouped(_block, finish=_interleave_outputs),
        "The outputs are shuffled: those of the first group come first, then those of the second.",
    ),
    Misconception(
        "groups_reversed",
        _grouped(lambda o, c_in, c_out, groups: _block(c_out - 1 - o, c_in, c_out, groups)),
        "The groups are read in reverse order.",
    ),
    Misconception(
        "groups_added",
        _grouped(_block, finish=lambda Y, groups: Y.reshape(groups, -1, *Y.shape[1:]).sum(0)),
        "The outputs of the groups are added up. They stand one after the other.",
    ),
    Misconception(
        "groups_on_a_new_axis",
        _grouped(_block, finish=lambda Y, groups: Y.reshape(groups, -1, *Y.shape[1:])),
        "The groups have an axis of their own: use `torch.cat`, not `torch.stack`.",
    ),
    Misconception(
        "last_group_only",
        _grouped(_block, finish=lambda Y, groups: Y[-(Y.shape[0] // groups) :]),
        "Only the outputs of the last group come back.",
    ),
    Misconception(
        "last_channel_only",
        _grouped(lambda o, *sizes: [_block(o, *sizes)[-1]] * len(_block(o, *sizes))),
        "Within a group only the last channel is read.",
    ),
    Misconception(
        "one_channel_for_each_output",
        _grouped(lambda o, c_in, c_out, groups: [o % c_in]),
        "Output o reads the single channel o. Only a depthwise layer with as many outputs as inputs does that.",
    ),
    Misconception(
        "mean_over_channels",
        lambda X, K, groups=1: corr2d_grouped(X, K, groups) / K.shape[1],
        "The channels of a group are averaged. They are added up.",
    ),
    Misconception(
        "flipped_kernels", _grouped(_block, kernel=lambda k: k.flip(0, 1)), "The kernels are flipped on the way."
    ),
    Misconception(
        "no_channel_check",
        _grouped_unchecked,
        "Channels that do not fit are not refused. Raise a ValueError when the channels cannot be divided or K has the wrong number.",
    ),
)

# -- corr2d_transposed -------------------------------------------------------------------------------------------


def _painted(paint):
    """Return a transposed correlation whose windows are put down by `paint(Y, rows, columns, stamp)`."""

    def wrong(X, K, stride=1):
        Y = torch.zeros_like(corr2d_transposed(X, K, stride))
        for i in range(X.shape[0]):
            for j in range(X.shape[1]):
                rows, columns = slice(i * stride, i * stride + K.shape[0]), slice(j * stride, j * stride + K.shape[1])
                paint(Y, rows, columns, X[i, j].double() * K.double())
        return Y

    return wrong


def _overwrite(Y, rows, columns, stamp):
    Y[rows, columns] = stamp


def _keep_first(Y, rows, columns, stamp):
    Y[rows, columns] = torch.where(Y[rows, columns] == 0, stamp, Y[rows, columns])


def _averaged(X, K, stride=1):
    often = corr2d_transposed(torch.ones_like(X), torch.ones_like(K), stride)
    return corr2d_transposed(X, K, stride) / often.clamp(min=1)


def _swapped_roles(X, K, stride=1):
    return corr2d_transposed(K, X, stride)


CORR2D_TRANSPOSED_MISCONCEPTIONS = (
    Misconception(
        "kernel_flipped",
        lambda X, K, stride=1: corr2d_transposed(X, K.flip(0, 1), stride),
        "The kernel is flipped. Each pixel puts down the kernel as it is (with a padded correlation you would have to flip it).",
    ),
    Misconception(
        "overlaps_overwrite",
        _painted(_overwrite),
        "Where two stamps overlap, the later one wins. They must be added: `+=`.",
    ),
    Misconception(
        "first_stamp_stays",
        _painted(_keep_first),
        "Where two stamps overlap, only the first one counts. They must be added: `+=`.",
    ),
    Misconception("overlaps_averaged", _averaged, "Where stamps overlap they are averaged. They must be added."),
    Misconception(
        "stride_ignored",
        lambda X, K, stride=1: corr2d_transposed(X, K, 1),
        "`stride` is not used: the stamps are `stride` pixels apart.",
    ),
    Misconception(
        "stride_skips_input",
        lambda X, K, stride=1: corr2d_transposed(X[::stride, ::stride], K, 1),
        "The stride skips pixels of the input. Here it moves the stamps apart, so the output grows.",
    ),
    Misconception(
        "stride_on_rows_only",
        lambda X, K, stride=1: corr2d_transposed(X.repeat_interleave(1, 0), K, stride)[
            :, : (X.shape[1] - 1) * 1 + K.shape[1]
        ],
        "The width is computed without the stride: it is (W − 1) · stride + w.",
    ),
    Misconception(
        "size_times_stride",
        lambda X, K, stride=1: pad(corr2d_transposed(X, K, stride), (0, stride - 1, 0, stride - 1)),
        "The output is too large: after the last stamp there is no further step. Its height is (H − 1) · stride + h.",
    ),
    Misconception(
        "one_too_small",
        lambda X, K, stride=1: corr2d_transposed(X, K, stride)[:-1, :-1],
        "The last row and column are missing: the output is (H − 1) · stride + h high.",
    ),
    Misconception(
        "correlation",
        lambda X, K, stride=1: (
            corr2d(X, K)[::stride, ::stride]
            if X.shape[0] >= K.shape[0] and X.shape[1] >= K.shape[1]
            else torch.zeros(0, 0)
        ),
        "This is the correlation itself, which shrinks the image. Its transpose makes it larger.",
    ),
    Misconception(
        "stamps_repeated",
        lambda X, K, stride=1: corr2d_transposed(X.repeat_interleave(stride, 0).repeat_interleave(stride, 1), K, 1),
        "The pixels are repeated. Between them there are zeros: each pixel puts down one stamp.",
    ),
    Misconception(
        "kernel_transposed",
        lambda X, K, stride=1: corr2d_transposed(X, K.T, stride),
        "The kernel is transposed. It is the matrix of the operation that is transposed, not the kernel.",
    ),
    Misconception(
        "roles_swapped",
        _swapped_roles,
        "Image and kernel have changed places, which shows as soon as the stride is not 1: copies of K are put down, "
        "`stride` apart.",
    ),
)
