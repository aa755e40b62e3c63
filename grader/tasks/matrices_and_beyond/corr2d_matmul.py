"""Task `corr2d_matmul`: the cross-correlation as one matrix product."""

from collections.abc import Callable, Sequence

import numpy as np
import torch
from torch.nn.functional import pad

from grader.tasks.case_names import case_name
from grader.tasks.cross_correlation.corr2d import READS_OUTPUT, corr2d
from grader.tasks.draws import signed
from grader.tasks.images import ASYMMETRIC, COUNTING, PICTURE, SEED_KERNEL, halves
from grader.tasks.model import Case, Facet, Input, Misconception, Task


def corr2d_matmul(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    """The same numbers as `corr2d`, one window at a time.

    >>> corr2d_matmul(torch.arange(9.0).reshape(3, 3), torch.tensor([[0.0, 1.0], [2.0, 3.0]]))
    tensor([[19., 25.],
            [37., 43.]], dtype=torch.float64)
    """
    (h, w), (H, W) = K.shape, X.shape
    if h > H or w > W:
        raise ValueError(f"a kernel of {h}x{w} does not fit in an image of {H}x{W}")
    X, K = X.double(), K.double()
    return torch.stack(
        [torch.stack([(X[i : i + h, j : j + w] * K).sum() for j in range(W - w + 1)]) for i in range(H - h + 1)]
    )


def cases(rng: np.random.Generator, public: bool) -> list[Case]:
    views: Sequence[tuple[Input, Input | torch.Tensor]]
    if public:
        square = [(COUNTING, SEED_KERNEL), (PICTURE[:, :4], ASYMMETRIC[:, 1:])]
        rectangular = [(PICTURE, ASYMMETRIC), (PICTURE, torch.tensor([[1.0], [-1.0]]))]
        views = [(Input(PICTURE, layout="cropped"), Input(ASYMMETRIC, layout="transposed"))]
        gradient = [(PICTURE[:3, :4], ASYMMETRIC[:, :2])]
        shapes = [((3, 3), (2, 4)), ((3, 3), (3, 3))]
    else:
        square = [(signed(rng, n, n), signed(rng, k, k)) for n, k in ((5, 2), (6, 3), (4, 1))]
        sizes = [((6, 9), (1, 2)), ((9, 6), (3, 2)), ((5, 8), (2, 3)), ((8, 5), (4, 1))]
        rectangular = [(signed(rng, *image), signed(rng, *kernel)) for image, kernel in sizes]
        X, K = signed(rng, 6, 8), signed(rng, 3, 2)
        views = [(Input(X, layout="cropped"), K), (Input(X, layout="transposed"), Input(K, layout="transposed"))]
        gradient = [(signed(rng, 5, 7), signed(rng, 2, 3)), (signed(rng, 7, 4), signed(rng, 3, 1))]
        shapes = [((4, 6), (5, 2)), ((4, 6), (2, 7)), ((4, 5), (4, 5)), ((4, 5), (1, 5)), ((5, 4), (6, 6))]
    cases = [Case("square", case_name(X, K), (X, K)) for X, K in square]
    cases += [Case("rectangular", case_name(X, K), (X, K)) for X, K in rectangular]
    cases += [Case("views", "slices of larger tensors", pair, observe=("result", "inputs")) for pair in views]
    for X, K in gradient:
        shape = (X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1)
        cotangent = halves(*shape) if public else signed(rng, *shape)
        pair = (Input(X, grad=True), Input(K, grad=True))
        cases.append(Case("gradient", case_name(X, K), pair, observe=("result", "gradients"), cotangent=cotangent))
    for image, kernel in shapes:
        X, K = torch.ones(image), torch.ones(kernel)
        cases.append(Case("unfitting", case_name(X, K), (X, K), observe=()))
    return cases


def _reordered(reorder: Callable[[torch.Tensor], torch.Tensor]) -> Callable[..., torch.Tensor]:
    def wrong(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
        return reorder(corr2d(X, K)).float()

    return wrong


def _other_kernel(change: Callable[[torch.Tensor], torch.Tensor]) -> Callable[..., torch.Tensor]:
    def wrong(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
        return corr2d(X, K) * 0 + corr2d(X, change(K)) if change(K).shape == K.shape else corr2d(X, change(K))

    return wrong


def _unchecked(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    fits = X.dim() == K.dim() == 2 and X.shape[0] >= K.shape[0] and X.shape[1] >= K.shape[1]
    return corr2d(X, K).float() if fits else torch.zeros(1, 0)


def _windows_folded_not_turned(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    right = corr2d(X, K).float()
    windows = X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1).reshape(K.numel(), -1)
    return (K.reshape(1, -1).float() @ windows.float()).reshape(right.shape)


MISTAKES = (
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
    Misconception(
        "kernel_without_gradient",
        lambda X, K: corr2d(X, K.detach()),
        "No gradient reaches the kernel (`.data`, `.detach()`), so it would never learn.",
        about=("gradient",),
    ),
    Misconception(
        "windows_not_turned",
        _windows_folded_not_turned,
        "The windows stand one in each row, and `reshape` makes no columns of rows: it reads the numbers in the same order. "
        "Turn the matrix with `.T`, or multiply it from the other side.",
    ),
    Misconception(
        "windows_read_by_columns",
        _other_kernel(lambda K: K.reshape(K.T.shape).T),
        "The windows are read column by column and the kernel row by row, so their numbers do not belong together.",
    ),
)


TASK = Task(
    "corr2d_matmul",
    "code",
    1.5,
    "6.2",
    facets=(
        Facet("square", 0.3, "square images and kernels"),
        Facet("rectangular", 0.4, "rectangular images and kernels"),
        Facet("views", 0.1, "sliced or transposed inputs, and X and K left unchanged", form=True),
        Facet("gradient", 0.1, "the gradient flows to X and K", form=True),
        Facet("unfitting", 0.1, "a ValueError if K does not fit in X, and only then", form=True),
    ),
    reference=corr2d_matmul,
    cases=cases,
    needs=("correlation_matrix",),
    misconceptions=MISTAKES,
)
