"""Task `compose_kernels`: one kernel that does what two do in turn."""

from collections.abc import Callable

import numpy as np
import torch
from torch.nn.functional import pad

from grader.tasks.cross_correlation.corr2d import corr2d
from grader.tasks.draws import signed
from grader.tasks.images import ASYMMETRIC, SEED_KERNEL
from grader.tasks.model import Case, Facet, Misconception, Task


def compose_kernels(K1: torch.Tensor, K2: torch.Tensor) -> torch.Tensor:
    """Weight a of K1 and weight b of K2 meet at pixel a + b.

    >>> compose_kernels(torch.tensor([[1.0, -1.0]]), torch.tensor([[1.0, -1.0]]))
    tensor([[ 1., -2.,  1.]], dtype=torch.float64)
    """
    K = torch.zeros(K1.shape[0] + K2.shape[0] - 1, K1.shape[1] + K2.shape[1] - 1, dtype=torch.float64)
    for i in range(K1.shape[0]):
        for j in range(K1.shape[1]):
            K[i : i + K2.shape[0], j : j + K2.shape[1]] += K1[i, j].double() * K2.double()
    return K


def cases(rng: np.random.Generator, public: bool) -> list[Case]:
    if public:
        pairs = [
            ("values", SEED_KERNEL, ASYMMETRIC[:, 1:]),
            ("sizes", ASYMMETRIC, torch.tensor([[1.0], [-2.0], [4.0]])),
        ]
        pairs += [("sizes", torch.tensor([[1.0, -1.0]]), torch.tensor([[1.0, -1.0]]))]
    else:
        pairs = [("values", signed(rng, k, k), signed(rng, k, k)) for k in (2, 3)]
        sizes = [((3, 2), (2, 4)), ((1, 3), (4, 2)), ((2, 5), (3, 1)), ((4, 3), (2, 2)), ((1, 1), (2, 3))]
        pairs += [("sizes", signed(rng, *one), signed(rng, *two)) for one, two in sizes]
    return [Case(facet, f"K1 {tuple(a.shape)}, K2 {tuple(b.shape)}", (a, b)) for facet, a, b in pairs]


def _full(K1: torch.Tensor, K2: torch.Tensor) -> torch.Tensor:
    """Slide K2 over K1 with all overlaps, without a flip."""
    h, w = K2.shape
    return corr2d(pad(K1, (w - 1, w - 1, h - 1, h - 1)), K2)


def _stamped(K1: torch.Tensor, K2: torch.Tensor, combine: Callable[..., torch.Tensor]) -> torch.Tensor:
    """Put a copy of K2 down for each weight of K1; `combine(old, new)` says what becomes of what was there."""
    K = torch.zeros(K1.shape[0] + K2.shape[0] - 1, K1.shape[1] + K2.shape[1] - 1, dtype=torch.float64)
    for i in range(K1.shape[0]):
        for j in range(K1.shape[1]):
            place = slice(i, i + K2.shape[0]), slice(j, j + K2.shape[1])
            K[place] = combine(K[place], K1[i, j].double() * K2.double())
    return K


def _on_common_size(combine: Callable[..., torch.Tensor]) -> Callable[..., torch.Tensor]:
    def wrong(K1: torch.Tensor, K2: torch.Tensor) -> torch.Tensor:
        rows, columns = max(K1.shape[0], K2.shape[0]), max(K1.shape[1], K2.shape[1])
        one, two = (pad(K, (0, columns - K.shape[1], 0, rows - K.shape[0])).double() for K in (K1, K2))
        return combine(one, two)

    return wrong


def _padded_by_k1(K1: torch.Tensor, K2: torch.Tensor) -> torch.Tensor:
    h, w = K1.shape
    return corr2d(pad(K1, (w - 1, w - 1, h - 1, h - 1)), K2.flip(0, 1))


MISTAKES = (
    Misconception(
        "correlated_kernels",
        _full,
        "The kernels are correlated. One of them has to be flipped first: weight a of the one and weight b of the other meet "
        "at the pixel a + b, so K1 and K2 are convolved.",
        before=lambda K1, K2: (K1, K2.flip(0, 1)),
    ),
    Misconception(
        "correlated_the_other_way",
        lambda K1, K2: _full(K2, K1),
        "The kernels are correlated. One of them has to be flipped first: weight a of the one and weight b of the other meet "
        "at the pixel a + b, so K1 and K2 are convolved.",
        before=lambda K1, K2: (K1.flip(0, 1), K2),
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
        "stamps_overwrite",
        lambda K1, K2: _stamped(K1, K2, lambda old, new: new),
        "Where two products meet, the later one wins. They must be added: `+=`.",
    ),
    Misconception(
        "stamps_overwrite_other_way",
        lambda K1, K2: _stamped(K2, K1, lambda old, new: new),
        "Where two products meet, the later one wins. They must be added: `+=`.",
    ),
    Misconception(
        "weights_added",
        lambda K1, K2: sum(
            pad(K2.double() + weight, (j, K1.shape[1] - 1 - j, i, K1.shape[0] - 1 - i))
            for i, row in enumerate(K1.double())
            for j, weight in enumerate(row)
        ),
        "Each weight of the one is added to each of the other. They are multiplied, and the products that meet the same pixel "
        "are added.",
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
        "one_row_and_column_more",
        lambda K1, K2: pad(compose_kernels(K1, K2), (0, 1, 0, 1)),
        "There is a row and a column of zeros too many: the result is h1 + h2 − 1 by w1 + w2 − 1.",
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
    Misconception(
        "padded_by_the_size_of_k1",
        _padded_by_k1,
        "K1 is padded by its own size. The copies of K2 hang over the edge by the size of K2, less 1.",
        about=("sizes",),
    ),
)


TASK = Task(
    "compose_kernels",
    "code",
    1,
    "6.3",
    facets=(
        Facet("values", 0.4, "two kernels of the same square size"),
        Facet("sizes", 0.6, "kernels of different sizes"),
    ),
    reference=compose_kernels,
    cases=cases,
    misconceptions=MISTAKES,
)
