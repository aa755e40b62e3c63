"""Task `corr2d_transposed`: the way back, every pixel puts down a copy of the kernel."""

from collections.abc import Callable

import numpy as np
import torch
from torch.nn.functional import pad

from grader.tasks.case_names import case_name
from grader.tasks.cross_correlation.corr2d import corr2d
from grader.tasks.draws import signed
from grader.tasks.images import ASYMMETRIC, COUNTING, SEED_KERNEL
from grader.tasks.model import Case, Facet, Misconception, Task


def corr2d_transposed(X: torch.Tensor, K: torch.Tensor, stride: int = 1) -> torch.Tensor:
    """Every pixel puts down a copy of K, multiplied by it; where copies overlap they add up.

    >>> corr2d_transposed(torch.tensor([[1.0, 10.0]]), torch.tensor([[1.0, 2.0]]))
    tensor([[ 1., 12., 20.]], dtype=torch.float64)
    """
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - 1) * stride + h, (X.shape[1] - 1) * stride + w, dtype=torch.float64)
    for i in range(X.shape[0]):
        for j in range(X.shape[1]):
            Y[i * stride : i * stride + h, j * stride : j * stride + w] += X[i, j].double() * K.double()
    return Y


def cases(rng: np.random.Generator, public: bool) -> list[Case]:
    if public:
        cases = [("stride_1", COUNTING, SEED_KERNEL, 1), ("stride_1", COUNTING[:2], ASYMMETRIC, 1)]
        cases += [("strides", COUNTING[:2], ASYMMETRIC, 2), ("strides", COUNTING[:, :2], SEED_KERNEL, 3)]
    else:
        sizes = [((3, 3), (2, 2), 1), ((4, 2), (3, 2), 1), ((2, 5), (1, 3), 1), ((2, 3), (4, 5), 1)]
        sizes += [
            ((3, 4), (2, 3), 2),
            ((4, 2), (3, 4), 2),
            ((3, 5), (3, 1), 2),
            ((3, 2), (5, 4), 3),
            ((2, 3), (2, 1), 3),
        ]
        cases = []
        for image, kernel, stride in sizes:
            facet = "stride_1" if stride == 1 else "strides"
            cases.append((facet, signed(rng, *image), signed(rng, *kernel), stride))
    return [
        Case(facet, f"{case_name(X, K)}, stride {stride}", (X, K), {"stride": stride} if stride > 1 else {})
        for facet, X, K, stride in cases
    ]


def _painted(paint: Callable[..., None]) -> Callable[..., torch.Tensor]:
    """Return a transposed correlation whose windows are put down by `paint(Y, rows, columns, stamp)`."""

    def wrong(X: torch.Tensor, K: torch.Tensor, stride: int = 1) -> torch.Tensor:
        Y = torch.zeros_like(corr2d_transposed(X, K, stride))
        for i in range(X.shape[0]):
            for j in range(X.shape[1]):
                rows, columns = slice(i * stride, i * stride + K.shape[0]), slice(j * stride, j * stride + K.shape[1])
                paint(Y, rows, columns, X[i, j].double() * K.double())
        return Y

    return wrong


def _overwrite(Y: torch.Tensor, rows: slice, columns: slice, stamp: torch.Tensor) -> None:
    Y[rows, columns] = stamp


def _keep_first(Y: torch.Tensor, rows: slice, columns: slice, stamp: torch.Tensor) -> None:
    Y[rows, columns] = torch.where(Y[rows, columns] == 0, stamp, Y[rows, columns])


def _not_apart(X: torch.Tensor, K: torch.Tensor, stride: int = 1) -> torch.Tensor:
    side_by_side = corr2d_transposed(X, K, 1)
    Y = torch.zeros_like(corr2d_transposed(X, K, stride))
    Y[: side_by_side.shape[0], : side_by_side.shape[1]] = side_by_side
    return Y


def _averaged(X: torch.Tensor, K: torch.Tensor, stride: int = 1) -> torch.Tensor:
    often = corr2d_transposed(torch.ones_like(X), torch.ones_like(K), stride)
    return corr2d_transposed(X, K, stride) / often.clamp(min=1)


def _swapped_roles(X: torch.Tensor, K: torch.Tensor, stride: int = 1) -> torch.Tensor:
    return corr2d_transposed(K, X, stride)


MISTAKES = (
    Misconception(
        "kernel_flipped",
        lambda X, K, stride=1: corr2d_transposed(X, K.flip(0, 1), stride),
        "The kernel is flipped. Each pixel puts down the kernel as it is (with a padded correlation you would have to flip it).",
        before=lambda X, K, stride=1: (X, K.flip(0, 1), stride),
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
        "stamps_not_apart",
        _not_apart,
        "The result has the right size, but the stamps stand side by side, whatever the stride: they are `stride` pixels "
        "apart.",
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
        "one_row_and_column_more",
        lambda X, K, stride=1: pad(corr2d_transposed(X, K, stride), (0, stride, 0, stride)),
        "The output is too large: its height is (H − 1) · stride + h, not H · stride + h.",
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


TASK = Task(
    "corr2d_transposed",
    "code",
    1.5,
    "6.6",
    facets=(
        Facet("stride_1", 0.4, "stride 1, square and rectangular"),
        Facet("strides", 0.6, "strides of 2 and 3, with overlaps and with gaps"),
    ),
    reference=corr2d_transposed,
    cases=cases,
    needs=("correlation_matrix", "corr2d_matmul"),
    misconceptions=MISTAKES,
)
