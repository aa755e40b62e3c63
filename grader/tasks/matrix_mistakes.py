"""Wrong matrix forms, composed kernels, and dilated, grouped and transposed correlations, for the tasks of assignment 6."""

import torch
from torch.nn.functional import pad

from grader.task import Misconception
from grader.tasks.corr2d_mistakes import READS_OUTPUT, corr2d
from grader.tasks.matrix_references import (
    compose_kernels,
    corr2d_dilated,
    corr2d_grouped,
    corr2d_transposed,
    correlation_matrix,
    require_dilated_fit,
    require_groups,
)

# -- correlation_matrix ------------------------------------------------------------------------------------------


def _rolled(step, rows=None):
    """Return a matrix each of whose rows is the first one, moved on by `step` numbers for each output."""

    def wrong(K, image_shape):
        T = correlation_matrix(K, image_shape)
        count = rows(image_shape) if rows else T.shape[0]
        return torch.stack([T[0].roll(step * n) for n in range(count)])

    return wrong


def _packed(K, image_shape):
    T = correlation_matrix(K, image_shape)
    wrong = torch.zeros_like(T)
    for n, start in enumerate((T != 0).long().argmax(1).tolist()):
        part = K.flatten()[: T.shape[1] - start]
        wrong[n, start : start + part.numel()] = part
    return wrong


def _output_width_as_stride(K, image_shape):
    T = correlation_matrix(K, image_shape)
    h, w = K.shape
    wrong = torch.zeros(T.shape[0], T.shape[1] + h * w)
    columns = image_shape[1] - w + 1
    for n in range(T.shape[0]):
        for a in range(h):
            start = (n // columns + a) * columns + n % columns
            wrong[n, start : start + w] = K[a]
    return wrong[:, : T.shape[1]]


def _by_columns(K, image_shape):
    T = correlation_matrix(K, image_shape)
    (h, w), (H, W) = K.shape, image_shape
    four = T.reshape(H - h + 1, W - w + 1, H, W)
    return four.permute(1, 0, 3, 2).reshape(T.shape)


def _rows_kept(keep):
    def wrong(K, image_shape):
        T = correlation_matrix(K, image_shape)
        kept = torch.zeros_like(T)
        rows = keep(T.shape[0], image_shape[1] - K.shape[1] + 1)
        kept[rows] = T[rows]
        return kept

    return wrong


CORRELATION_MATRIX_MISCONCEPTIONS = (
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
        "columns_first",
        _by_columns,
        "Image and output are read column by column. `flatten()` reads row by row.",
    ),
    Misconception(
        "height_and_width_swapped",
        lambda K, image_shape: (
            correlation_matrix(K, (max(image_shape[1], K.shape[0]), max(image_shape[0], K.shape[1])))
            if K.shape[0] <= image_shape[0] and K.shape[1] <= image_shape[1]
            else correlation_matrix(K, image_shape)
        ),
        "Height and width of the image are swapped: image_shape is (rows, columns).",
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
)

# -- corr2d_matmul -----------------------------------------------------------------------------------------------


def _reordered(reorder):
    def wrong(X, K):
        return reorder(corr2d(X, K)).float()

    return wrong


def _other_kernel(change):
    def wrong(X, K):
        return corr2d(X, K) * 0 + corr2d(X, change(K)) if change(K).shape == K.shape else corr2d(X, change(K))

    return wrong


def _unchecked(X, K):
    fits = X.dim() == K.dim() == 2 and X.shape[0] >= K.shape[0] and X.shape[1] >= K.shape[1]
    return corr2d(X, K).float() if fits else torch.zeros(1, 0)


CORR2D_MATMUL_MISCONCEPTIONS = (
    READS_OUTPUT,
    Misconception(
        "folded_the_wrong_way",
        _reordered(lambda Y: Y.reshape(Y.T.shape)),
        "The vector of outputs is folded to (columns, rows). It is (rows, columns): H − h + 1 first.",
    ),
    Misconception(
        "folded_by_columns",
        _reordered(lambda Y: Y.reshape(Y.T.shape).T),
        "The vector of outputs is filled in column by column. The windows come row by row.",
    ),
    Misconception("transposed_output", _reordered(lambda Y: Y.T), "The output is transposed: rows come first."),
    Misconception(
        "not_folded", _reordered(lambda Y: Y.flatten()), "The outputs come back as one vector: fold them to 2-D."
    ),
    Misconception(
        "extra_axes",
        _reordered(lambda Y: Y[None, None]),
        "The output has the axes for images and channels still in front. Take them off again.",
    ),
    Misconception(
        "flipped_kernel", _other_kernel(lambda K: K.flip(0, 1)), "The kernel is flipped: flatten it as it is."
    ),
    Misconception(
        "kernel_flattened_by_columns",
        _other_kernel(lambda K: K.T.flatten().reshape(K.shape)),
        "The kernel is flattened column by column, the windows row by row, so weights meet the wrong pixels.",
    ),
    Misconception(
        "kernel_size_swapped",
        lambda X, K: corr2d(X, K.flatten().reshape(K.T.shape)) if K.T.shape <= X.shape else corr2d(X, K),
        "Height and width of the window are swapped: `unfold` takes (rows, columns).",
    ),
    Misconception(
        "mean_instead_of_sum",
        lambda X, K: corr2d(X, K).float() / K.numel(),
        "The products are averaged. A matrix product adds them up.",
    ),
    Misconception(
        "without_gradient",
        lambda X, K: corr2d(X.detach(), K.detach()).float(),
        "No gradient can flow back: the computation leaves torch on the way (`.numpy()`, `.data`, `.detach()`).",
    ),
    Misconception(
        "windows_do_not_overlap",
        lambda X, K: corr2d(X, K).float()[:: K.shape[0], :: K.shape[1]],
        "The windows do not overlap: the stride must be 1.",
    ),
    Misconception(
        "zero_padded",
        lambda X, K: corr2d(pad(X, (1, 1, 1, 1)), K).float() if corr2d(X, K).numel() else None,
        "Zeros are added around the image. Here only positions inside it count.",
    ),
    Misconception("no_size_check", _unchecked, "What does not fit is not refused. Raise a ValueError."),
)

# -- compose_kernels ---------------------------------------------------------------------------------------------


def _full(K1, K2):
    """Slide K2 over K1 with all overlaps, without a flip."""
    h, w = K2.shape
    return corr2d(pad(K1, (w - 1, w - 1, h - 1, h - 1)), K2)


def _on_common_size(combine):
    def wrong(K1, K2):
        rows, columns = max(K1.shape[0], K2.shape[0]), max(K1.shape[1], K2.shape[1])
        one, two = (pad(K, (0, columns - K.shape[1], 0, rows - K.shape[0])).double() for K in (K1, K2))
        return combine(one, two)

    return wrong


COMPOSE_KERNELS_MISCONCEPTIONS = (
    Misconception(
        "correlated_kernels",
        _full,
        "The kernels are correlated. One of them has to be flipped first: weight a of the one and weight b of the other meet "
        "at the pixel a + b, so K1 and K2 are convolved.",
    ),
    Misconception(
        "correlated_the_other_way",
        lambda K1, K2: _full(K2, K1),
        "The kernels are correlated. One of them has to be flipped first: weight a of the one and weight b of the other meet "
        "at the pixel a + b, so K1 and K2 are convolved.",
    ),
    Misconception(
        "flipped_result",
        lambda K1, K2: compose_kernels(K1, K2).flip(0, 1),
        "The result is turned by 180 degrees: both kernels were flipped, or the result was.",
    ),
    Misconception(
        "added", _on_common_size(lambda a, b: a + b), "Adding kernels adds their outputs; it does not chain them."
    ),
    Misconception(
        "multiplied",
        _on_common_size(lambda a, b: a * b),
        "The kernels are multiplied element by element. Slide one over the other.",
    ),
    Misconception(
        "only_the_overlap",
        lambda K1, K2: (
            corr2d(K1, K2.flip(0, 1))
            if K1.shape[0] >= K2.shape[0] and K1.shape[1] >= K2.shape[1]
            else compose_kernels(K1, K2)[:1, :1]
        ),
        "Only positions where one kernel lies inside the other are kept. All overlaps count: pad by one less than the kernel.",
    ),
    Misconception(
        "as_large_as_the_first",
        lambda K1, K2: compose_kernels(K1, K2)[: K1.shape[0], : K1.shape[1]],
        "The result has the size of K1. It must be h1 + h2 − 1 by w1 + w2 − 1.",
    ),
    Misconception(
        "every_pair_apart",
        lambda K1, K2: torch.kron(K1.double(), K2.double()),
        "Every product has a place of its own (a Kronecker product). Products that meet the same pixel must be added.",
    ),
    Misconception(
        "padded_by_the_whole_kernel",
        lambda K1, K2: pad(compose_kernels(K1, K2), (1, 1, 1, 1)),
        "There is a border of zeros: pad by one less than the kernel's size.",
    ),
    Misconception(
        "transposed",
        lambda K1, K2: compose_kernels(K1, K2).T,
        "The result is transposed: rows and columns are swapped.",
    ),
    Misconception("only_the_first", lambda K1, K2: K1, "This is K1 alone."),
    Misconception("only_the_second", lambda K1, K2: K2, "This is K2 alone."),
    Misconception(
        "second_transposed", lambda K1, K2: compose_kernels(K1, K2.T), "The second kernel is transposed on the way."
    ),
    Misconception(
        "normalised",
        lambda K1, K2: compose_kernels(K1, K2) / compose_kernels(K1, K2).abs().sum(),
        "The result is scaled. The composed kernel does exactly what the two do.",
    ),
)

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
