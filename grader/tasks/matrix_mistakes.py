"""Wrong matrix forms and composed kernels, for the first three tasks of assignment 6."""

import torch
from torch.nn.functional import pad

from grader.tasks.corr2d_mistakes import READS_OUTPUT, corr2d
from grader.tasks.matrix_references import compose_kernels, correlation_matrix
from grader.tasks.model import Misconception

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
