"""Assignment 6 (bonus), matrices and beyond: its six tasks, in the order of the notebook."""

import torch

from grader.tasks.corr2d_mistakes import SEED_KERNEL
from grader.tasks.draws import signed
from grader.tasks.layer_variant_mistakes import (
    CORR2D_DILATED_MISCONCEPTIONS,
    CORR2D_GROUPED_MISCONCEPTIONS,
    CORR2D_TRANSPOSED_MISCONCEPTIONS,
)
from grader.tasks.matrix_mistakes import (
    COMPOSE_KERNELS_MISCONCEPTIONS,
    CORR2D_MATMUL_MISCONCEPTIONS,
    CORRELATION_MATRIX_MISCONCEPTIONS,
)
from grader.tasks.matrix_references import (
    compose_kernels,
    corr2d_dilated,
    corr2d_grouped,
    corr2d_matmul,
    corr2d_transposed,
    correlation_matrix,
)
from grader.tasks.model import Case, Facet, Input, Task

COUNTING = torch.arange(9.0).reshape(3, 3)
ASYMMETRIC = torch.tensor([[1.0, -2.0, 0.5], [0.25, 3.0, -1.0]])  # public cases: every sum is exact in float32
PICTURE = torch.tensor(
    [
        [1.0, 0.0, -2.0, 1.5, 3.0],
        [0.5, -1.0, 2.0, 0.0, 1.0],
        [-3.0, 2.0, 1.0, -0.5, 2.0],
        [2.0, 1.0, 0.0, 4.0, -1.0],
    ]
)


def _sizes(X, K):
    return f"X {tuple(X.shape)}, K {tuple(K.shape)}"


def correlation_matrix_cases(rng, public):
    if public:
        cases = [("square", SEED_KERNEL, (3, 3)), ("rectangular", ASYMMETRIC, (3, 4))]
        shapes = [((2, 2), (3, 1)), ((2, 2), (2, 2))]
    else:
        cases = [("square", signed(rng, k, k), (n, n)) for n, k in ((4, 2), (5, 3), (3, 1))]
        sizes = [((4, 6), (1, 2)), ((6, 4), (3, 2)), ((3, 7), (2, 4)), ((5, 3), (2, 3))]
        cases += [("rectangular", signed(rng, *kernel), image) for image, kernel in sizes]
        shapes = [((3, 2), (2, 5)), ((2, 3), (5, 2)), ((2, 3), (2, 3)), ((2, 3), (4, 3)), ((4, 1), (3, 9))]
    made = [Case(facet, f"K {tuple(K.shape)}, image {shape}", (K, shape)) for facet, K, shape in cases]
    for kernel, image in shapes:
        made.append(Case("unfitting", f"K {kernel}, image {image}", (torch.ones(kernel), image), observe=()))
    return made


def corr2d_matmul_cases(rng, public):
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
    cases = [Case("square", _sizes(X, K), (X, K)) for X, K in square]
    cases += [Case("rectangular", _sizes(X, K), (X, K)) for X, K in rectangular]
    cases += [Case("views", "slices of larger tensors", pair, observe=("result", "inputs")) for pair in views]
    for X, K in gradient:
        cotangent = signed(rng, X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1)
        pair = (Input(X, grad=True), Input(K, grad=True))
        cases.append(Case("gradient", _sizes(X, K), pair, observe=("result", "gradients"), cotangent=cotangent))
    for image, kernel in shapes:
        X, K = torch.ones(image), torch.ones(kernel)
        cases.append(Case("unfitting", _sizes(X, K), (X, K), observe=()))
    return cases


def compose_kernels_cases(rng, public):
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


def corr2d_dilated_cases(rng, public):
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
    cases = [Case("plain", _sizes(X, K), (X, K)) for X, K in plain]
    for facet, triples in (("dilated", dilated), ("rectangular", rectangular)):
        cases += [Case(facet, f"{_sizes(X, K)}, dilation {d}", (X, K), {"dilation": d}) for X, K, d in triples]
    for image, kernel, d in shapes:
        X, K = torch.ones(image), torch.ones(kernel)
        cases.append(Case("unfitting", f"{_sizes(X, K)}, dilation {d}", (X, K), {"dilation": d}, observe=()))
    return cases


def corr2d_grouped_cases(rng, public):
    if public:
        X = torch.stack([COUNTING, COUNTING.T - 4, COUNTING.flip(0), COUNTING.flip(1) - 2])
        K = torch.arange(-8.0, 16).reshape(6, 2, 1, 2) / 2
        cases = [("one_group", X[:2], K[:3], 1), ("groups", X, K[:4], 2), ("depthwise", X, K[:4, :1], 4)]
        shapes = [((4, 3, 3), (6, 4, 1, 2), 2), ((3, 3, 3), (4, 1, 1, 2), 2), ((4, 3, 3), (6, 2, 1, 2), 2)]
    else:
        sizes = [
            ("one_group", (3, 4, 6), (2, 3, 2, 3), 1),
            ("groups", (4, 5, 7), (6, 2, 3, 2), 2),
            ("groups", (6, 6, 4), (3, 2, 2, 1), 3),
            ("groups", (9, 4, 5), (6, 3, 1, 2), 3),
            ("depthwise", (3, 5, 6), (3, 1, 2, 3), 3),
            ("depthwise", (3, 6, 4), (6, 1, 3, 2), 3),
            ("depthwise", (4, 3, 5), (12, 1, 2, 2), 4),
        ]
        cases = [(facet, signed(rng, *image), signed(rng, *kernel), groups) for facet, image, kernel, groups in sizes]
        shapes = [
            ((4, 5, 5), (6, 4, 2, 2), 2),
            ((4, 5, 5), (5, 2, 2, 2), 2),
            ((5, 5, 5), (4, 2, 2, 2), 2),
            ((6, 5, 5), (6, 2, 2, 2), 3),
            ((6, 5, 5), (3, 6, 2, 2), 1),
            ((6, 5, 5), (3, 3, 2, 2), 1),
            ((4, 5, 5), (8, 1, 2, 2), 4),
        ]
    made = [
        Case(facet, f"{_sizes(X, K)}, {groups} groups", (X, K), {"groups": groups} if groups > 1 else {})
        for facet, X, K, groups in cases
    ]
    for image, kernel, groups in shapes:
        X, K = torch.ones(image), torch.ones(kernel)
        made.append(Case("unfitting", f"{_sizes(X, K)}, {groups} groups", (X, K), {"groups": groups}, observe=()))
    return made


def corr2d_transposed_cases(rng, public):
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
        Case(facet, f"{_sizes(X, K)}, stride {stride}", (X, K), {"stride": stride} if stride > 1 else {})
        for facet, X, K, stride in cases
    ]


TASKS = (
    Task(
        "correlation_matrix",
        "code",
        2,
        "6.1",
        facets=(
            Facet("square", 0.4, "square images and kernels"),
            Facet("rectangular", 0.5, "rectangular images and kernels"),
            Facet("unfitting", 0.1, "a ValueError if K does not fit in the image, and only then"),
        ),
        reference=correlation_matrix,
        cases=correlation_matrix_cases,
        misconceptions=CORRELATION_MATRIX_MISCONCEPTIONS,
    ),
    Task(
        "corr2d_matmul",
        "code",
        2,
        "6.2",
        facets=(
            Facet("square", 0.3, "square images and kernels"),
            Facet("rectangular", 0.4, "rectangular images and kernels"),
            Facet("views", 0.1, "sliced or transposed inputs, and X and K left unchanged"),
            Facet("gradient", 0.1, "the gradient flows to X and K"),
            Facet("unfitting", 0.1, "a ValueError if K does not fit in X, and only then"),
        ),
        reference=corr2d_matmul,
        cases=corr2d_matmul_cases,
        needs=("correlation_matrix",),
        misconceptions=CORR2D_MATMUL_MISCONCEPTIONS,
    ),
    Task(
        "compose_kernels",
        "code",
        1.5,
        "6.3",
        facets=(
            Facet("values", 0.4, "two kernels of the same square size"),
            Facet("sizes", 0.6, "kernels of different sizes"),
        ),
        reference=compose_kernels,
        cases=compose_kernels_cases,
        misconceptions=COMPOSE_KERNELS_MISCONCEPTIONS,
    ),
    Task(
        "corr2d_dilated",
        "code",
        1.5,
        "6.4",
        facets=(
            Facet("plain", 0.1, "a dilation of 1, also when none is given"),
            Facet("dilated", 0.4, "dilations above 1, square images and kernels"),
            Facet("rectangular", 0.4, "dilations above 1, rectangular images and kernels"),
            Facet("unfitting", 0.1, "a ValueError if the dilated kernel does not fit, and only then"),
        ),
        reference=corr2d_dilated,
        cases=corr2d_dilated_cases,
        needs=("corr2d_matmul",),
        misconceptions=CORR2D_DILATED_MISCONCEPTIONS,
    ),
    Task(
        "corr2d_grouped",
        "code",
        1.5,
        "6.5",
        facets=(
            Facet("one_group", 0.1, "one group, also when none is given"),
            Facet("groups", 0.5, "several groups of several channels"),
            Facet("depthwise", 0.3, "one channel in each group, with one or more outputs"),
            Facet("unfitting", 0.1, "a ValueError if the channels do not fit, and only then"),
        ),
        reference=corr2d_grouped,
        cases=corr2d_grouped_cases,
        needs=("corr2d_matmul",),
        misconceptions=CORR2D_GROUPED_MISCONCEPTIONS,
    ),
    Task(
        "corr2d_transposed",
        "code",
        1.5,
        "6.6",
        facets=(
            Facet("stride_1", 0.4, "stride 1, square and rectangular"),
            Facet("strides", 0.6, "strides of 2 and 3, with overlaps and with gaps"),
        ),
        reference=corr2d_transposed,
        cases=corr2d_transposed_cases,
        needs=("correlation_matrix", "corr2d_matmul"),
        misconceptions=CORR2D_TRANSPOSED_MISCONCEPTIONS,
    ),
)
