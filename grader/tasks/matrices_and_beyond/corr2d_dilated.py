"""Task `corr2d_dilated`: a window with gaps."""

from collections.abc import Callable

import numpy as np
import torch
from torch.nn.functional import pad

from grader.tasks.case_names import case_name
from grader.tasks.cross_correlation.corr2d import corr2d
from grader.tasks.draws import signed
from grader.tasks.images import ASYMMETRIC, PICTURE, SEED_KERNEL
from grader.tasks.model import Case, Facet, Misconception, Task


def corr2d_dilated(X: torch.Tensor, K: torch.Tensor, dilation: int = 1) -> torch.Tensor:
    """Every window takes each `dilation`-th pixel.

    >>> corr2d_dilated(torch.arange(5.0).reshape(1, 5) ** 2, torch.tensor([[1.0, -1.0]]), 2)
    tensor([[ -4.,  -8., -12.]], dtype=torch.float64)
    """
    spans = require_dilated_fit(X, K, dilation)
    Y = torch.zeros(X.shape[0] - spans[0] + 1, X.shape[1] - spans[1] + 1, dtype=torch.float64)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            window = X[i : i + spans[0] : dilation, j : j + spans[1] : dilation]
            Y[i, j] = (window.double() * K.double()).sum()
    return Y


def require_dilated_fit(X: torch.Tensor, K: torch.Tensor, dilation: int) -> list[int]:
    """Raise a ValueError unless the dilated window, d (k - 1) + 1 pixels long, fits in X along both axes."""
    spans = [dilation * (k - 1) + 1 for k in K.shape]
    if spans[0] > X.shape[0] or spans[1] > X.shape[1]:
        raise ValueError(f"a window that spans {spans[0]}x{spans[1]} does not fit in {tuple(X.shape)}")
    return spans


def cases(rng: np.random.Generator, public: bool) -> list[Case]:
    if public:
        plain = [(PICTURE, ASYMMETRIC)]
        dilated = [(PICTURE, SEED_KERNEL, 2), (PICTURE, SEED_KERNEL, 3)]
        rectangular = [(PICTURE, ASYMMETRIC, 2), (PICTURE, torch.tensor([[1.0, -1.0]]), 3)]
        shapes = [((4, 5), (3, 2), 2), ((5, 3), (3, 2), 2)]
    else:
        plain = [(signed(rng, 5, 7), signed(rng, 3, 2))]
        dilated = [(signed(rng, n, n), signed(rng, k, k), d) for n, k, d in ((7, 2, 2), (8, 3, 3), (6, 2, 4))]
        sizes = [((9, 7), (3, 2), 2), ((6, 11), (2, 4), 3), ((5, 8), (1, 3), 3), ((10, 6), (4, 1), 2)]
        rectangular = [(signed(rng, *image), signed(rng, *kernel), d) for image, kernel, d in sizes]
        shapes = [
            ((6, 9), (3, 2), 3),
            ((9, 6), (2, 4), 2),
            ((5, 7), (3, 4), 2),
            ((5, 3), (3, 2), 2),
            ((9, 9), (4, 4), 3),
        ]
    cases = [Case("plain", case_name(X, K), (X, K)) for X, K in plain]
    for facet, triples in (("dilated", dilated), ("rectangular", rectangular)):
        cases += [Case(facet, f"{case_name(X, K)}, dilation {d}", (X, K), {"dilation": d}) for X, K, d in triples]
    for image, kernel, d in shapes:
        X, K = torch.ones(image), torch.ones(kernel)
        cases.append(Case("unfitting", f"{case_name(X, K)}, dilation {d}", (X, K), {"dilation": d}, observe=()))
    return cases


def _spread(K: torch.Tensor, row_gap: int, column_gap: int) -> torch.Tensor:
    """Return K with its weights `row_gap` rows and `column_gap` columns apart, zeros between."""
    wide = torch.zeros((K.shape[0] - 1) * row_gap + 1, (K.shape[1] - 1) * column_gap + 1, dtype=torch.float64)
    wide[::row_gap, ::column_gap] = K
    return wide


def _dilated(change: Callable[..., torch.Tensor]) -> Callable[..., torch.Tensor]:
    """Return a wrong version that still refuses what does not fit; `change(X, K, d)` may itself not fit."""

    def wrong(X: torch.Tensor, K: torch.Tensor, dilation: int = 1) -> torch.Tensor:
        require_dilated_fit(X, K, dilation)
        return change(X, K, dilation)

    return wrong


def _repeated_in_the_span(K: torch.Tensor, d: int) -> torch.Tensor:
    repeated = K.repeat_interleave(d, 0).repeat_interleave(d, 1)
    return repeated[: d * (K.shape[0] - 1) + 1, : d * (K.shape[1] - 1) + 1]


def _dilated_unchecked(X: torch.Tensor, K: torch.Tensor, dilation: int = 1) -> torch.Tensor:
    try:
        return corr2d_dilated(X, K, dilation)
    except ValueError:
        return torch.zeros(0, 0)


MISTAKES = (
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
        "one_gap_too_many_above_one",
        _dilated(lambda X, K, d: corr2d(X, _spread(K, d + (d > 1), d + (d > 1)))),
        "There are `dilation` zeros between two weights. There must be dilation − 1.",
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
        "weights_repeated_in_the_span",
        _dilated(lambda X, K, d: corr2d(X, _repeated_in_the_span(K, d))),
        "The weights are repeated. Between them there are zeros.",
    ),
    Misconception(
        "flipped_kernel",
        _dilated(lambda X, K, d: corr2d_dilated(X, K.flip(0, 1), d)),
        "The kernel is flipped on the way.",
        before=lambda X, K, dilation=1: (X, K.flip(0, 1), dilation),
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


TASK = Task(
    "corr2d_dilated",
    "code",
    1,
    "6.4",
    facets=(
        Facet("plain", 0.1, "a dilation of 1, also when none is given", form=True),
        Facet("dilated", 0.4, "dilations above 1, square images and kernels"),
        Facet("rectangular", 0.4, "dilations above 1, rectangular images and kernels"),
        Facet("unfitting", 0.1, "a ValueError if the dilated kernel does not fit, and only then", form=True),
    ),
    reference=corr2d_dilated,
    cases=cases,
    needs=("corr2d_matmul",),
    misconceptions=MISTAKES,
)
