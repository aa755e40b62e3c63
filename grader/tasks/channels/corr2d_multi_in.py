"""Task `corr2d_multi_in`: the sum over input channels, and the bank of its wrong versions.

Each wrong one is the right function with one mistake in it, and refuses a channel mismatch unless that is the mistake.
"""

from collections.abc import Callable

import numpy as np
import torch

from grader.tasks.case_names import case_name
from grader.tasks.channels.images import SEED_KERNELS, TWO_COUNTING
from grader.tasks.cross_correlation.corr2d import corr2d
from grader.tasks.draws import signed
from grader.tasks.images import halves
from grader.tasks.model import Case, Facet, Misconception, Task


def corr2d_multi_in(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    """The reference: correlate each input channel with its own kernel and add up, slowly and in float64.

    >>> X = torch.stack([torch.arange(9.0).reshape(3, 3), torch.arange(1.0, 10).reshape(3, 3)])
    >>> corr2d_multi_in(X, torch.tensor([[[0.0, 1.0], [2.0, 3.0]], [[1.0, 2.0], [3.0, 4.0]]]))
    tensor([[ 56.,  72.],
            [104., 120.]], dtype=torch.float64)
    """
    if X.shape[0] != K.shape[0]:
        raise ValueError(f"X has {X.shape[0]} channels and K has {K.shape[0]}")
    return sum(corr2d(x.double(), k.double()) for x, k in zip(X, K, strict=True))  # type: ignore[return-value]  # `sum` starts at 0, and there is a channel


INTEGER_KERNELS = torch.tensor([[[1, 2], [3, 4]], [[4, 5], [5, 6]]])  # In [41]


def cases(rng: np.random.Generator, public: bool) -> list[Case]:
    if public:
        two = [(TWO_COUNTING, SEED_KERNELS), (halves(2, 3, 4), halves(2, 2, 1, start=5))]
        several = [(halves(3, 3, 4), halves(3, 1, 2, start=3)), (TWO_COUNTING[:1], SEED_KERNELS[:1])]
        integer = [(TWO_COUNTING / 2, INTEGER_KERNELS)]
        mismatch = [(TWO_COUNTING, halves(3, 2, 2)), (TWO_COUNTING, SEED_KERNELS[:1]), (TWO_COUNTING, halves(2, 3, 2))]
    else:

        def draw(*sizes: tuple[int, tuple[int, int], tuple[int, int]]) -> list[tuple[torch.Tensor, torch.Tensor]]:
            return [(signed(rng, c, *image), signed(rng, c, *kernel)) for c, image, kernel in sizes]

        two = draw((2, (5, 7), (3, 2)), (2, (7, 4), (1, 3)), (2, (4, 5), (2, 4)))
        several = draw((3, (5, 6), (2, 3)), (4, (6, 4), (3, 2)), (1, (4, 6), (2, 2)), (5, (3, 4), (1, 2)))
        integer = [(X, torch.from_numpy(rng.integers(-9, 10, tuple(K.shape)))) for X, K in draw((2, (5, 4), (2, 3)))]
        integer += [(X, torch.from_numpy(rng.integers(-9, 10, tuple(K.shape)))) for X, K in draw((3, (4, 6), (3, 2)))]
        counts = [(2, 3), (3, 2), (1, 3), (3, 1), (2, 2), (3, 3)]
        mismatch = [(signed(rng, x, 4, 5), signed(rng, k, 2, 3)) for x, k in rng.permutation(counts)]
    cases = []
    for facet, pairs in (("two", two), ("several", several), ("integer", integer)):
        cases += [Case(facet, case_name(X, K), (X, K)) for X, K in pairs]
    return cases + [Case("mismatch", case_name(X, K), (X, K), observe=()) for X, K in mismatch]


def _require_match(X: torch.Tensor, K: torch.Tensor) -> None:
    if X.shape[0] != K.shape[0]:
        raise ValueError("X and K have different numbers of channels")


def _maps(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    """Return the map of every input channel on its own, (c_in, rows, columns)."""
    return torch.stack([corr2d(x, k) for x, k in zip(X, K, strict=True)])


def _combined(combine: Callable[[torch.Tensor], torch.Tensor]) -> Callable[..., torch.Tensor]:
    """Return a wrong `corr2d_multi_in` that does something else with the maps than adding them up."""

    def wrong(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
        _require_match(X, K)
        return combine(_maps(X, K)).float()

    return wrong


def _prepared(prepare: Callable[..., tuple[torch.Tensor, torch.Tensor]]) -> Callable[..., torch.Tensor]:
    """Return a wrong `corr2d_multi_in` that changes image or kernels first."""

    def wrong(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
        _require_match(X, K)
        return corr2d_multi_in(*prepare(X, K)).float()

    return wrong


def last_channel_only(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    """In [38] of the seed: `Y` starts anew for each channel, and is added to the sum once, behind the loop."""
    _require_match(X, K)
    sum_Y: object
    sum_Y = 0
    for x, k in zip(X, K, strict=True):
        nh, nw = x.shape
        h, w = k.shape
        Y = torch.zeros((nh - h + 1), (nw - w + 1))
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i][j] = (x[i : i + h, j : j + w] * k).sum()
    sum_Y += Y
    return sum_Y


def _zip_truncates(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    return sum(corr2d(x, k) for x, k in zip(X, K, strict=False)).float()  # type: ignore[union-attr]  # `sum` starts at 0, and there is a channel


def _one_channel_is_broadcast(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    if X.shape[0] != K.shape[0] and 1 not in (X.shape[0], K.shape[0]):
        raise ValueError("X and K have different numbers of channels")
    channels = max(X.shape[0], K.shape[0])
    return corr2d_multi_in(X.expand(channels, -1, -1), K.expand(channels, -1, -1)).float()


def _raises_instead(error: type[Exception]) -> Callable[..., torch.Tensor]:
    """Return the right function, but with another exception for a mismatch."""

    def wrong(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
        if X.shape[0] != K.shape[0]:
            raise error("X and K have different numbers of channels")
        return corr2d_multi_in(X, K).float()

    return wrong


def _compares_all_sizes(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    if X.shape != K.shape:
        raise ValueError("X and K have different shapes")
    return corr2d_multi_in(X, K).float()


def _refuses_integers(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    _require_match(X, K)
    if not K.is_floating_point():
        raise RuntimeError("expected scalar type Float but found Long")
    return corr2d_multi_in(X, K).float()


def _integer_output(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    _require_match(X, K)
    return corr2d_multi_in(X, K).to(K.dtype)


def _two_channels_only(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    _require_match(X, K)
    return sum(corr2d(X[c], K[c]) for c in range(min(2, len(X)))).float()  # type: ignore[union-attr]  # `sum` starts at 0, and there is a channel


def _transposed_kernels(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    _require_match(X, K)
    fits = K.shape[2] <= X.shape[1] and K.shape[1] <= X.shape[2]
    return corr2d_multi_in(X, K.transpose(1, 2) if fits else K.flip(1, 2)).float()


def _half_precision(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    _require_match(X, K)
    return corr2d_multi_in(X, K.to(torch.bfloat16)).to(torch.bfloat16)


MISTAKES = (
    Misconception(
        "last_channel_only",
        last_channel_only,
        "Only the last channel counts: the sum is taken after the loop, where each map has already replaced the one before. "
        "Add inside the loop.",
    ),
    Misconception(
        "mean_over_channels",
        _combined(lambda maps: maps.mean(0)),
        "The maps of the channels are averaged. They are added up.",
    ),
    Misconception(
        "summed_before_correlating",
        _prepared(lambda X, K: (X.sum(0, keepdim=True), K.sum(0, keepdim=True))),
        "The channels are added up before they are correlated, so that every channel meets every kernel. Correlate each "
        "channel with its own kernel first, then add.",
    ),
    Misconception(
        "stacked_not_summed",
        _combined(lambda maps: maps),
        "The maps of the channels are stacked. One kernel gives one map: the sum over its input channels.",
    ),
    Misconception(
        "first_kernel_for_all",
        _prepared(lambda X, K: (X, K[:1].expand_as(K))),
        "Every input channel meets `K[0]`. Each has a kernel of its own: channel c belongs to `K[c]`.",
    ),
    Misconception(
        "first_channel_only",
        _prepared(lambda X, K: (X[:1], K[:1])),
        "Only the first channel counts: is the `return` inside the loop?",
    ),
    Misconception(
        "last_kernel_for_all",
        _prepared(lambda X, K: (X, K[-1:].expand_as(K))),
        "Every input channel meets the last kernel. Channel c belongs to `K[c]`.",
    ),
    Misconception(
        "first_image_for_all",
        _prepared(lambda X, K: (X[:1].expand_as(X), K)),
        "Every kernel meets the first input channel. Kernel `K[c]` belongs to `X[c]`.",
    ),
    Misconception(
        "kernels_in_reverse_order",
        _prepared(lambda X, K: (X, K.flip(0))),
        "The kernels are used in reverse order. Channel c belongs to `K[c]`.",
    ),
    Misconception(
        "kernels_shifted_by_one",
        _prepared(lambda X, K: (X, K.roll(1, 0))),
        "Each channel meets its neighbor's kernel: an index is off by one. Channel c belongs to `K[c]`.",
    ),
    Misconception(
        "two_channels_only", _two_channels_only, "Exactly two channels are added. Loop over as many as there are."
    ),
    Misconception(
        "last_channel_skipped",
        _combined(lambda maps: maps[:-1].sum(0) if len(maps) > 1 else torch.zeros_like(maps[0])),
        "The last channel is never added. `range(n)` already stops at n − 1.",
    ),
    Misconception(
        "first_channel_skipped",
        _combined(lambda maps: maps[1:].sum(0) if len(maps) > 1 else torch.zeros_like(maps[0])),
        "The first channel, number 0, is never added.",
    ),
    Misconception(
        "first_channel_twice",
        _combined(lambda maps: maps.sum(0) + maps[0]),
        "The first channel is added twice: the sum starts with its map, and the loop adds it again.",
    ),
    Misconception(
        "product_of_channels",
        _combined(lambda maps: maps.prod(0)),
        "The maps of the channels are multiplied. They are added up.",
    ),
    Misconception(
        "largest_channel",
        _combined(lambda maps: maps.max(0).values),
        "At each place only the largest map counts. They are added up.",
    ),
    Misconception(
        "channels_subtracted",
        _combined(lambda maps: 2 * maps[0] - maps.sum(0)),
        "The later channels are subtracted from the first. They are added up.",
    ),
    Misconception(
        "absolute_values",
        _combined(lambda maps: maps.abs().sum(0)),
        "The sign of each map is lost before they are added. Responses of opposite sign must be able to cancel.",
    ),
    Misconception(
        "negative_cut_off",
        _combined(lambda maps: maps.sum(0).relu()),
        "Negative responses are set to 0 (that is a ReLU). Cross-correlation keeps them.",
    ),
    Misconception(
        "summed_over_rows",
        _combined(lambda maps: maps.sum(1)),
        "The sum runs over the rows. The channels are axis 0: `sum(0)`.",
    ),
    Misconception(
        "summed_over_columns",
        _combined(lambda maps: maps.sum(2)),
        "The sum runs over the columns. The channels are axis 0: `sum(0)`.",
    ),
    Misconception(
        "summed_to_one_number",
        _combined(lambda maps: maps.sum()),
        "Everything is added up to a single number. Add up the channels only, place by place.",
    ),
    Misconception(
        "maps_below_each_other",
        _combined(lambda maps: maps.flatten(0, 1)),
        "The maps are put below each other, as one tall image. They are added up, place by place.",
    ),
    Misconception(
        "channel_axis_kept",
        _combined(lambda maps: maps.sum(0, keepdim=True)),
        "The numbers are right, in one axis too many: one map is (rows, columns), without a channel axis.",
    ),
    Misconception(
        "batch_axis_kept",
        _combined(lambda maps: maps.sum(0)[None, None]),
        "The numbers are right, but the axes that `conv2d` wants are still there. Take them off with `[0, 0]`.",
    ),
    Misconception(
        "flipped_kernels",
        _prepared(lambda X, K: (X, K.flip(1, 2))),
        "Every kernel is flipped both ways: this is the true convolution. Use the kernels as they are.",
        before=lambda X, K: (X, K.flip(1, 2)),
    ),
    Misconception(
        "flipped_in_all_axes",
        _prepared(lambda X, K: (X, K.flip(0, 1, 2))),
        "K is flipped along all three axes, channels included. Use the kernels as they are.",
    ),
    Misconception(
        "transposed_kernels", _transposed_kernels, "Every kernel is transposed: its rows are used as columns."
    ),
    Misconception(
        "transposed_output", _combined(lambda maps: maps.sum(0).T), "Rows and columns of the output are swapped."
    ),
    Misconception(
        "reads_output",
        _combined(lambda maps: torch.zeros_like(maps[0])),
        "Every result is 0. Which `corr2d` does this call? The retyped one of notebook 1 reads Y instead of X.",
    ),
    Misconception(
        "one_channel_is_broadcast",
        _one_channel_is_broadcast,
        "A single channel is stretched to match the others (broadcasting). Different numbers of channels are an error, "
        "also when one of them is 1.",
    ),
    Misconception(
        "no_channel_check",
        _zip_truncates,
        "Different numbers of channels go unnoticed. (`zip` stops at the shorter of the two without a word.) Compare "
        "`X.shape[0]` with `K.shape[0]` first, and raise a ValueError.",
    ),
    Misconception(
        "assert_instead",
        _raises_instead(AssertionError),
        "A mismatch is noticed, but `assert` raises an AssertionError. Use `raise ValueError(...)`.",
    ),
    Misconception(
        "runtime_error_instead",
        _raises_instead(RuntimeError),
        "A mismatch ends in torch's RuntimeError. Look first, and raise a ValueError that says what does not match.",
    ),
    Misconception(
        "index_error_instead",
        _raises_instead(IndexError),
        "A mismatch ends in an IndexError, deep in the loop, and only if K has too few channels. Look first, and raise a "
        "ValueError that says what does not match.",
    ),
    Misconception(
        "all_sizes_compared",
        _compares_all_sizes,
        "Only the numbers of channels must agree, `X.shape[0]` and `K.shape[0]`. A kernel may be smaller than the image.",
    ),
    Misconception(
        "integers_refused",
        _refuses_integers,
        "An integer K is refused. torch's `conv2d` wants X and K of the same floating type: convert K first.",
    ),
    Misconception(
        "image_cut_to_integers",
        _prepared(lambda X, K: (X.to(K.dtype), K)),
        "X is converted to the type of K, so an integer K cuts the pixels to whole numbers. Convert K instead.",
    ),
    Misconception(
        "integer_output",
        _integer_output,
        "The result has the type of K, so an integer K cuts the sums to whole numbers.",
    ),
    Misconception(
        "half_precision", _half_precision, "The result is rounded to bfloat16, which keeps only two or three digits."
    ),
)


TASK = Task(
    "corr2d_multi_in",
    "code",
    4,
    "5.1",
    facets=(
        Facet("two", 0.25, "two channels, rectangular images and kernels, negative numbers"),
        Facet("several", 0.5, "one channel, and more than two"),
        Facet("integer", 0.125, "an integer K with a float X", form=True),
        Facet(
            "mismatch", 0.125, "a ValueError if X and K have different numbers of channels, and only then", form=True
        ),
    ),
    reference=corr2d_multi_in,
    cases=cases,
    misconceptions=MISTAKES,
)
