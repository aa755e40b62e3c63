"""Task `corr2d`: the 2-D cross-correlation, and the bank of its wrong versions.

Each wrong one is the right loop with one mistake in it, written the way learners write it.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import torch

from grader.tasks.case_names import case_name
from grader.tasks.draws import signed
from grader.tasks.images import ASYMMETRIC, COUNTING, PICTURE, SEED_KERNEL, halves
from grader.tasks.model import Case, Facet, Input, Misconception, Task


def corr2d(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    """The reference: slow, in float64, one window at a time, and it refuses what does not fit.

    >>> corr2d(torch.arange(9.0).reshape(3, 3), torch.tensor([[0.0, 1.0], [2.0, 3.0]]))
    tensor([[19., 25.],
            [37., 43.]], dtype=torch.float64)
    """
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError(f"X and K must be 2-D, got {X.dim()}-D and {K.dim()}-D")
    h, w = K.shape
    rows, columns = X.shape[0] - h + 1, X.shape[1] - w + 1
    if rows < 1 or columns < 1:
        raise ValueError(f"a kernel of {h}x{w} does not fit in an image of {X.shape[0]}x{X.shape[1]}")
    X, K = X.double(), K.double()
    return torch.stack(
        [torch.stack([(X[i : i + h, j : j + w] * K).sum() for j in range(columns)]) for i in range(rows)]
    )


def _whole(rng: np.random.Generator, *shape: int) -> torch.Tensor:
    return torch.from_numpy(rng.integers(-9, 10, shape))


def _layouts(X: torch.Tensor, K: torch.Tensor) -> list[tuple[Input, Input | torch.Tensor]]:
    return [(Input(X, layout="cropped"), K), (Input(X, layout="transposed"), Input(K, layout="transposed"))]


def cases(rng: np.random.Generator, public: bool) -> list[Case]:
    """Cases for any function that must equal `corr2d`, in the order of its facets.

    Only "rectangular" and "unfitting" have kernels that are not square: to mix up their sides costs what it is about.
    """
    views: Sequence[tuple[Input, Input | torch.Tensor]]
    if public:
        square = [(COUNTING, SEED_KERNEL), (PICTURE[:, :4], ASYMMETRIC[:, 1:])]
        rectangular = [(PICTURE, ASYMMETRIC), (PICTURE, torch.tensor([[1.0, -1.0]]))]
        dtypes = [
            (torch.tensor([[1, 0, 2], [4, -1, 3]]), torch.tensor([[2, -3], [0, 1]])),
            (PICTURE.double(), ASYMMETRIC[:, 1:].double()),
            (torch.tensor([[1, 2, -3], [4, 0, 1]]), torch.tensor([[0.5, 0.25], [0.25, -0.5]])),
        ]
        views = [(Input(PICTURE, layout="cropped"), Input(ASYMMETRIC[:, 1:], layout="transposed"))]
        gradient = [(PICTURE[:3, :3], ASYMMETRIC[:, :2])]
        unfitting = [
            (COUNTING, torch.ones(2, 4)),
            (COUNTING, torch.ones(4, 2)),
            (COUNTING[:2], torch.ones(3, 4)),
            (COUNTING.reshape(1, 1, 3, 3), SEED_KERNEL),
            (COUNTING, COUNTING),
        ]
    else:
        square = [(signed(rng, n, n), signed(rng, k, k)) for n, k in ((5, 2), (6, 3), (7, 4), (4, 1), (5, 3))]
        sizes = [((6, 9), (1, 2)), ((9, 6), (3, 2)), ((5, 8), (2, 3)), ((8, 5), (4, 1)), ((5, 7), (4, 3))]
        rectangular = [(signed(rng, *image), signed(rng, *kernel)) for image, kernel in sizes]
        dtypes = [
            (_whole(rng, 5, 7), _whole(rng, 3, 3)),
            (signed(rng, 6, 5).double(), signed(rng, 2, 2).double()),
            (_whole(rng, 4, 6), signed(rng, 2, 2)),
            (signed(rng, 6, 5), _whole(rng, 3, 3)),
        ]
        views = _layouts(signed(rng, 6, 8), signed(rng, 3, 3))
        gradient = [(signed(rng, 5, 6), signed(rng, 2, 2)), (signed(rng, 6, 5), signed(rng, 3, 3))]
        unfitting = [
            (signed(rng, 4, 6), signed(rng, 5, 2)),
            (signed(rng, 4, 6), signed(rng, 2, 7)),
            (signed(rng, 3, 4), signed(rng, 5, 6)),
            (signed(rng, 2, 5, 6), signed(rng, 2, 2)),
            (signed(rng, 5, 6), signed(rng, 2, 2, 2)),
            (signed(rng, 7), signed(rng, 2, 2)),
            (signed(rng, 4, 5), signed(rng, 4, 5)),
            (signed(rng, 4, 5), signed(rng, 1, 5)),
            (signed(rng, 5, 4), signed(rng, 5, 2)),
        ]
        unfitting = [unfitting[i] for i in rng.permutation(len(unfitting))]
    cases = []
    for facet, pairs in (("square", square), ("rectangular", rectangular), ("dtypes", dtypes)):
        cases += [Case(facet, case_name(X, K), (X, K)) for X, K in pairs]
    cases += [Case("views", case_name(X, K), (X, K), observe=("result", "inputs")) for X, K in views]
    for X, K in gradient:
        shape = (X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1)
        cotangent = halves(*shape) if public else signed(rng, *shape)
        pair = (Input(X, grad=True), Input(K, grad=True))
        cases.append(Case("gradient", case_name(X, K), pair, observe=("result", "gradients"), cotangent=cotangent))
    # what fits exactly is looked at here alone: to refuse it is one mistake
    looked_at = [("result",) if _fits(X, K) else () for X, K in unfitting]
    cases += [
        Case("unfitting", case_name(*pair), pair, observe=seen) for pair, seen in zip(unfitting, looked_at, strict=True)
    ]
    return cases


FACETS = (
    Facet("square", 0.30, "square images and kernels, with negative numbers"),
    Facet("rectangular", 0.30, "rectangular images and kernels"),
    Facet("dtypes", 0.10, "integer and float64 inputs, and an integer X with a fractional K", form=True),
    Facet("views", 0.10, "sliced or transposed inputs, and X and K left unchanged", form=True),
    Facet("gradient", 0.10, "the gradient flows to X and K", form=True),
    Facet(
        "unfitting",
        0.10,
        "a ValueError if K does not fit in X or an input is not 2-D; a K as large as X has one position",
        form=True,
    ),
)


def _fits(X: torch.Tensor, K: torch.Tensor) -> bool:
    return X.dim() == 2 and K.dim() == 2 and X.shape[0] >= K.shape[0] and X.shape[1] >= K.shape[1]


def _loop(
    *,
    combine: Callable[..., Any] | None = None,
    size: Callable[..., Any] | None = None,
    kernel: Callable[..., Any] | None = None,
    store: Callable[..., object] | None = None,
    new: Callable[..., Any] | None = None,
) -> Callable[..., torch.Tensor]:
    """Return the right loop with parts replaced."""

    def wrong(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
        if not _fits(X, K):
            raise ValueError("the kernel does not fit")
        K = kernel(K) if kernel else K
        h, w = K.shape
        rows, columns = size(X, K) if size else (X.shape[0] - h + 1, X.shape[1] - w + 1)
        Y = new(rows, columns) if new else torch.zeros((rows, columns))
        for i in range(rows):
            for j in range(columns):
                part = X[i : i + h, j : j + w]
                value = combine(part, K) if combine else (part * K).sum()
                if store:
                    store(Y, i, j, value)
                else:
                    Y[i, j] = value
        return Y

    return wrong


def _reads_output(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    if not _fits(X, K):
        raise ValueError("the kernel does not fit")
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            # a clone, so that the gradient facet sees zeros and not an in-place error
            window = Y.clone()[i : i + h, j : j + w]
            Y[i, j] = (window * K[: window.shape[0], : window.shape[1]]).sum()
    return Y


def _reads_output_as_seed(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    """In [19] of the seed, to the letter: near the border the window of Y is too small to multiply by K."""
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (Y[i : i + h, j : j + w] * K).sum()
    return Y


def _swapped_kernel_size(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    if not _fits(X, K):
        raise ValueError("the kernel does not fit")
    w, h = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y


def _loops_over_kernel(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    if not _fits(X, K):
        raise ValueError("the kernel does not fit")
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(h):
        for j in range(w):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y


def _changes_input(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    if not _fits(X, K):
        raise ValueError("the kernel does not fit")
    h, w = K.shape
    rows, columns = X.shape[0] - h + 1, X.shape[1] - w + 1
    Y = torch.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            window = X[i : i + h, j : j + w]
            window *= K
            Y[i, j] = window.sum()
    return Y


def _without_gradient(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    return corr2d(X.detach(), K.detach()).float()


def _without_check(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    """D2L's loop: right, except that what does not fit gives an empty or meaningless tensor."""
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y


def _refuses_equal_size(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    if not _fits(X, K) or X.shape[0] == K.shape[0] or X.shape[1] == K.shape[1]:
        raise ValueError("the kernel must be smaller than the image")
    return corr2d(X, K).float()


def _framed(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    if not _fits(X, K):
        raise ValueError("the kernel does not fit")
    above, left = (K.shape[0] - 1) // 2, (K.shape[1] - 1) // 2
    return torch.nn.functional.pad(X, (left, K.shape[1] - 1 - left, above, K.shape[0] - 1 - above))


def _two_by_two(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    Y, right = torch.zeros(2, 2), corr2d(X, K)[:2, :2].float()
    Y[: right.shape[0], : right.shape[1]] = right
    return Y


def _height_for_the_width(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    right = corr2d(X, K).float()
    Y = torch.zeros(right.shape[0], max(X.shape[1] - K.shape[0] + 1, 0))
    columns = min(Y.shape[1], right.shape[1])
    Y[:, :columns] = right[:, :columns]
    return Y


def _first_row_only(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    Y = corr2d(X, K).float()
    return torch.cat([Y[:1], torch.zeros_like(Y[1:])])


READS_OUTPUT = Misconception(
    "reads_output",
    _reads_output_as_seed,
    "The window is cut out of Y, the output that is still all zeros, instead of X, the image. So every result is 0.",
)


def _zeros_like_the_image(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    right = corr2d(X, K)
    wrong = torch.zeros_like(X)
    wrong[: right.shape[0], : right.shape[1]] = right.to(X.dtype)
    return wrong


MISTAKES = (
    READS_OUTPUT,
    Misconception("reads_output_cropped", _reads_output, READS_OUTPUT.hint),
    Misconception(
        "flipped_kernel",
        _loop(kernel=lambda K: K.flip(0, 1)),
        "This is the true convolution: the kernel is flipped in both directions before it slides. Cross-correlation, "
        "which is what layers compute, slides it as it is.",
        before=lambda X, K: (X, K.flip(0, 1)),
    ),
    Misconception(
        "flipped_rows",
        _loop(kernel=lambda K: K.flip(0)),
        "The kernel is turned upside down. Cross-correlation uses it as it is.",
    ),
    Misconception(
        "flipped_columns",
        _loop(kernel=lambda K: K.flip(1)),
        "The kernel is mirrored left to right. Cross-correlation uses it as it is.",
    ),
    Misconception(
        "transposed_kernel",
        lambda X, K: _loop()(X, K.T) if _fits(X, K) else corr2d(X, K),
        "The kernel is transposed: its rows are used as columns. Row a, column b of the window belongs to `K[a, b]`.",
        before=lambda X, K: (X, K.T),
    ),
    Misconception(
        "transposed_image",
        lambda X, K: _loop()(X.T, K) if _fits(X, K) and _fits(X.T, K) else corr2d(X, K),
        "The image is transposed: its rows are used as columns.",
    ),
    Misconception(
        "transposed_output",
        lambda X, K: corr2d(X, K).float().T,
        "The numbers are right, but stored in `Y[j, i]`. The row comes first: `Y[i, j]`.",
    ),
    Misconception(
        "swapped_kernel_size",
        _swapped_kernel_size,
        "Height and width of the kernel are swapped: `h, w = K.shape` gives rows first, then columns.",
    ),
    Misconception(
        "height_for_the_width",
        _height_for_the_width,
        "The height of the kernel stands where its width belongs, in the size of Y.",
    ),
    Misconception(
        "loops_over_kernel_size",
        _loops_over_kernel,
        "The loops run over the size of the kernel. They must run over the size of the output: one step for each "
        "position that the window can take.",
    ),
    Misconception(
        "integer_output",
        _loop(new=lambda rows, columns: torch.zeros((rows, columns), dtype=torch.long)),
        "Every result is cut to a whole number: by an integer Y, or by `int(...)`.",
    ),
    Misconception(
        "uses_global_kernel",
        lambda X, K: _loop()(X, SEED_KERNEL) if _fits(X, K) and _fits(X, SEED_KERNEL) else corr2d(X, K),
        "The function uses a K left over in the notebook, not the K it is given: check the names inside it.",
    ),
    Misconception(
        "uninitialised_accumulator",
        _loop(
            new=lambda rows, columns: torch.empty((rows, columns)),
            store=lambda Y, i, j, value: Y.__setitem__((i, j), Y[i, j] + value),
        ),
        "Y starts as `torch.empty`, which holds whatever was in memory, and is then added to. Start from zeros.",
    ),
    Misconception(
        "last_row_missing",
        _loop(store=lambda Y, i, j, value: None if i == Y.shape[0] - 1 else Y.__setitem__((i, j), value)),
        "The last row of Y is never computed. `range(n)` already stops at n − 1, so no further `- 1` is needed.",
    ),
    Misconception(
        "last_column_missing",
        _loop(store=lambda Y, i, j, value: None if j == Y.shape[1] - 1 else Y.__setitem__((i, j), value)),
        "The last column of Y is never computed. `range(n)` already stops at n − 1, so no further `- 1` is needed.",
    ),
    Misconception(
        "last_row_and_column_missing",
        _loop(
            store=lambda Y, i, j, value: (
                None if i == Y.shape[0] - 1 or j == Y.shape[1] - 1 else Y.__setitem__((i, j), value)
            )
        ),
        "The last row and column of Y are never computed. `range(n)` already stops at n − 1.",
    ),
    Misconception(
        "output_one_too_small",
        lambda X, K: _loop(size=lambda X, K: (max(X.shape[0] - K.shape[0], 0), max(X.shape[1] - K.shape[1], 0)))(X, K),
        "Y has one row and one column too few: a window of height h fits n − h + 1 times, not n − h times.",
    ),
    Misconception(
        "output_as_large_as_image",
        _loop(
            size=lambda X, K: tuple(X.shape), combine=lambda part, K: (part * K[: part.shape[0], : part.shape[1]]).sum()
        ),
        "Y is as large as the image, so near the border the window hangs over the edge. Keep only the positions "
        "where the whole window lies inside: n − h + 1 of them.",
    ),
    Misconception(
        "mean_instead_of_sum",
        _loop(combine=lambda part, K: (part * K).mean()),
        "The products are averaged. Cross-correlation adds them up.",
    ),
    Misconception(
        "divided_by_the_kernels_sum",
        lambda X, K: (corr2d(X, K) / K.double().sum()).float(),
        "The result is divided by the sum of the kernel. Cross-correlation adds up the products, and no more.",
    ),
    Misconception(
        "same_padding",
        lambda X, K: corr2d(_framed(X, K), K).float(),
        "The image is padded, so that the result is as large as the image. Here the window never hangs over the edge.",
    ),
    Misconception(
        "two_by_two_output",
        _two_by_two,
        "The result is always 2 × 2, as in the first example. Take its size from X and K.",
    ),
    Misconception(
        "maximum_instead_of_sum",
        _loop(combine=lambda part, K: (part * K).max()),
        "The largest product is kept. Cross-correlation adds all products up.",
    ),
    Misconception(
        "kernel_ignored",
        _loop(combine=lambda part, K: part.sum()),
        "The window is summed without being multiplied by the kernel.",
    ),
    Misconception(
        "added_instead_of_multiplied",
        _loop(combine=lambda part, K: (part + K).sum()),
        "Window and kernel are added. They must be multiplied, element by element, before the sum.",
    ),
    Misconception(
        "only_last_product",
        _loop(combine=lambda part, K: (part * K)[-1, -1]),
        "Only the last product of each window is kept: `=` overwrites where `+=` would add.",
    ),
    Misconception(
        "only_first_product",
        _loop(combine=lambda part, K: (part * K)[0, 0]),
        "Only the first product of each window is kept. All of them must be added up.",
    ),
    Misconception(
        "running_total",
        lambda X, K: corr2d(X, K).float().flatten().cumsum(0).reshape(corr2d(X, K).shape),
        "The sum is never set back to 0, so each output also holds all the earlier ones.",
    ),
    Misconception(
        "absolute_value",
        lambda X, K: corr2d(X, K).float().abs(),
        "The sign of the response is lost. A negative response carries information: keep it.",
    ),
    Misconception(
        "negative_cut_off",
        lambda X, K: corr2d(X, K).float().relu(),
        "Negative responses are set to 0 (that is a ReLU). Cross-correlation keeps them.",
    ),
    Misconception("negated", lambda X, K: -corr2d(X, K).float(), "Every sign is turned round."),
    Misconception(
        "windows_do_not_overlap",
        lambda X, K: corr2d(X, K).float()[:: K.shape[0], :: K.shape[1]],
        "The window jumps by its own size. It must move one pixel at a time, so that windows overlap.",
    ),
    Misconception(
        "window_starts_late",
        lambda X, K: corr2d(X, K).float().roll((-1, -1), (0, 1)),
        "The window starts one row and one column too late: the first one begins at `X[0, 0]`.",
    ),
    Misconception(
        "first_row_only",
        _first_row_only,
        "Only the first row of Y is computed: is the second loop, or the `return`, indented wrongly?",
    ),
    Misconception(
        "one_value_only",
        lambda X, K: torch.cat([corr2d(X, K).float().flatten()[:1], torch.zeros(corr2d(X, K).numel() - 1)]).reshape(
            corr2d(X, K).shape
        ),
        "Only the first value of Y is computed: the `return` is inside the loop.",
    ),
    Misconception(
        "matrix_product",
        _loop(combine=lambda part, K: (part @ K).sum() if part.shape[1] == K.shape[0] else (part @ K.T).sum()),
        "Window and kernel are multiplied as matrices (`@`). They must be multiplied element by element (`*`).",
    ),
    Misconception(
        "kernel_normalised",
        lambda X, K: corr2d(X, K).float() / K.abs().sum(),
        "The result is divided by the sum of the kernel's magnitudes. Cross-correlation does not normalize.",
    ),
    Misconception(
        "divided_by_width",
        lambda X, K: corr2d(X, K).float() / K.shape[1],
        "The result is divided by the width of the kernel. Cross-correlation adds the products up, no more.",
    ),
    Misconception(
        "zero_padded",
        lambda X, K: (
            corr2d(
                torch.nn.functional.pad(X, (K.shape[1] // 2, K.shape[1] // 2, K.shape[0] // 2, K.shape[0] // 2)), K
            ).float()
            if _fits(X, K)
            else corr2d(X, K)
        ),
        "Zeros are added around the image (padding). Here only positions inside the image count; padding is the "
        "subject of assignment 4.",
    ),
    Misconception(
        "half_precision",
        lambda X, K: corr2d(X.bfloat16(), K.bfloat16()).bfloat16(),
        "The result is rounded to bfloat16, which keeps only two or three digits.",
    ),
    Misconception(
        "summed_over_rows",
        _loop(combine=lambda part, K: (part * K).sum(0)[0]),
        "The products are added along one axis only. `.sum()` without an axis adds them all.",
    ),
    Misconception(
        "changes_its_input",
        _changes_input,
        "`*=` writes into X, because a slice of a tensor is a view of it. Each window then finds pixels that earlier "
        "ones have changed. Write `X[...] * K`.",
    ),
    Misconception(
        "without_gradient",
        _without_gradient,
        "No gradient can flow back to X and K: somewhere the results are cut off from them (`.detach()`, `.numpy()`, "
        "`.item()`, `.data`, `torch.no_grad()`, or a new `torch.tensor(...)`), so nothing can be learned.",
    ),
    Misconception(
        "gradient_to_the_image_only",
        lambda X, K: corr2d(X, K.detach()).float(),
        "No gradient reaches K: it is cut off from its history (`.detach()`, `.data`) before it is used.",
    ),
    Misconception(
        "gradient_to_the_kernel_only",
        lambda X, K: corr2d(X.detach(), K).float(),
        "No gradient reaches X: it is cut off from its history (`.detach()`, `.data`) before it is used.",
    ),
    Misconception(
        "result_in_the_type_of_the_image",
        lambda X, K: corr2d(X, K).to(X.dtype),
        "The result has the type of X, so an integer X cuts every number to a whole one. Both types count: "
        "`torch.result_type(X, K)`.",
    ),
    Misconception(
        "no_size_check",
        _without_check,
        "What does not fit is not refused: it gives an empty or meaningless tensor, or another error. Raise a ValueError when "
        "an input is not 2-D or the kernel is larger than the image.",
    ),
    Misconception(
        "refuses_equal_size",
        _refuses_equal_size,
        "A kernel exactly as tall or as wide as the image still fits: it has one position.",
    ),
    Misconception(
        "result_like_the_image",
        _zeros_like_the_image,
        "The result is made by `torch.zeros_like(X)`: too large, and of the type of X. It has H − h + 1 rows and W − w + 1 "
        "columns.",
    ),
)


TASK = Task("corr2d", "code", 5, "1.2", facets=FACETS, reference=corr2d, cases=cases, misconceptions=MISTAKES)
