"""Assignment 2, edge detection and kernels made by hand: its fifteen tasks, in the order of the notebook."""

from grader.tasks.edge_kernel_mistakes import (
    ANTIDIAGONAL_MISTAKES,
    LAPLACIAN_MISTAKES,
    SECOND_DERIVATIVE_MISTAKES,
    SOBEL_X_MISTAKES,
    SOBEL_Y_MISTAKES,
    VERTICAL_EDGE_MISTAKES,
)
from grader.tasks.edge_predictions import (
    DIAGONAL_MISTAKES,
    DIAGONAL_RESPONSES,
    EDGE_TABLE,
    EDGE_TABLE_MISTAKES,
    EDGES,
    TWO_STRIPES,
    TWO_STRIPES_MISTAKES,
    judge_edge_table,
)
from grader.tasks.kernel_functions import (
    BOX_MISTAKES,
    DERIVATIVE_MISTAKES,
    INTEGRAL_MISTAKES,
    MINIMUM_MISTAKES,
    box_blur,
    box_cases,
    derivative_cases,
    derivative_kernel,
    integral_cases,
    integral_kernel,
    minimum_cases,
    minimum_size,
)
from grader.tasks.kernel_judges import (
    ALONG_COLUMNS,
    ALONG_ROWS,
    ANTIDIAGONAL,
    DIAGONAL,
    HORIZONTAL,
    VERTICAL,
    judge_curvature,
    judge_edge_kernel,
)
from grader.tasks.model import Facet, Task


def _edge_facets(words, magnitude):
    return (
        Facet("selective", 0.6, f"it responds to {words}"),
        Facet("magnitude", 0.4, magnitude),
    )


def _sobel_facets(words, across):
    return (
        Facet("selective", 0.4, f"it responds to {words}"),
        Facet("weights", 0.3, f"the {across}s have the weights 1, 2, 1, and the middle is skipped"),
        Facet("magnitude", 0.3, "the response is +4 where white turns black"),
    )


_LEFT_RIGHT = "vertical edges, but not to horizontal ones or flat areas"
_ABOVE_BELOW = "horizontal edges, but not to vertical ones or flat areas"
_SEES_VERTICAL = {"seen": ("vertical edges", VERTICAL), "unseen": ("horizontal edges", HORIZONTAL)}
_SEES_HORIZONTAL = {"seen": ("horizontal edges", HORIZONTAL), "unseen": ("vertical edges", VERTICAL)}
SOBEL_X = ((1, 0, -1), (2, 0, -2), (1, 0, -1))
SOBEL_Y = tuple(zip(*SOBEL_X, strict=True))

TASKS = (
    Task(
        "edge_table",
        "value",
        2,
        "2.1",
        facets=tuple(
            Facet(f"{name} on {edge}", 0.125, f"{kernel} on {edge}, {words}")
            for name, kernel in (("K", "[1, -1]"), ("K.t()", "its transpose"))
            for edge, words in EDGES.items()
        ),
        answer=EDGE_TABLE,
        judge=judge_edge_table,
        form=dict.fromkeys(EDGE_TABLE, ()),
        misconceptions=EDGE_TABLE_MISTAKES,
    ),
    Task(
        "two_stripes",
        "value",
        1,
        "2.2",
        facets=(Facet("", 1.0, "the image whose rows respond 0, 1, -1, 1, 0, -1, 0"),),
        answer={"": TWO_STRIPES},
        form={"": (8, 8)},
        misconceptions=TWO_STRIPES_MISTAKES,
    ),
    Task(
        "diagonal_responses",
        "value",
        2,
        "2.3",
        facets=(
            Facet("line", 0.2, "the response of the diagonal line"),
            Facet("line, X transposed", 0.1, "the line, with the image transposed"),
            Facet("line, K transposed", 0.2, "the line, with the kernel transposed"),
            Facet("step", 0.2, "the response of the diagonal step"),
            Facet("step, X transposed", 0.15, "the step, with the image transposed"),
            Facet("step, K transposed", 0.15, "the step, with the kernel transposed"),
        ),
        answer=DIAGONAL_RESPONSES,
        form={name: (len(value), len(value[0])) for name, value in DIAGONAL_RESPONSES.items()},
        misconceptions=DIAGONAL_MISTAKES,
    ),
    Task(
        "transpose_identity",
        "text",
        2,
        "2.3",
        rubric=(
            "1 point: why the identity holds. Transposing image and kernel together only swaps the names of rows and "
            "columns: the same pixel meets the same weight, and the sum for (i, j) is stored at (j, i). In symbols: "
            "corr2d(X.T, K)[j, i] = sum over a, b of X[i + b, j + a] K[a, b] = corr2d(X, K.T)[i, j].",
            "0.5 points: when transposing X changes nothing: if X equals X.T, as the line does and the step does not.",
            "0.5 points: when transposing K changes nothing: if K equals K.T, which [1, -1] with its shape (1, 2) never "
            "can; a symmetric X is not enough, then the response is transposed.",
        ),
    ),
    Task(
        "vertical_edge",
        "value",
        1,
        "2.4",
        facets=_edge_facets(_LEFT_RIGHT, "the response is +1 where white turns black"),
        judge=judge_edge_kernel([[1, -1]], **_SEES_VERTICAL),
        form={"": (1, 2)},
        misconceptions=VERTICAL_EDGE_MISTAKES,
    ),
    Task(
        "sobel_x",
        "value",
        1,
        "2.4",
        facets=_sobel_facets(_LEFT_RIGHT, "row"),
        judge=judge_edge_kernel(SOBEL_X, **_SEES_VERTICAL),
        form={"": (3, 3)},
        misconceptions=SOBEL_X_MISTAKES,
    ),
    Task(
        "sobel_y",
        "value",
        1,
        "2.4",
        facets=_sobel_facets(_ABOVE_BELOW, "column"),
        judge=judge_edge_kernel(SOBEL_Y, **_SEES_HORIZONTAL),
        form={"": (3, 3)},
        misconceptions=SOBEL_Y_MISTAKES,
    ),
    Task(
        "antidiagonal_edge",
        "value",
        1,
        "2.4",
        facets=_edge_facets(
            "edges along the main diagonal, but not to edges across it or flat areas",
            "the response is 1 or -1 at the edge",
        ),
        judge=judge_edge_kernel(
            [[0, 1], [-1, 0]],
            seen=("edges along the main diagonal", DIAGONAL),
            unseen=("edges along the other diagonal", ANTIDIAGONAL),
            either_sign=True,
        ),
        form={"": (2, 2)},
        misconceptions=ANTIDIAGONAL_MISTAKES,
    ),
    Task(
        "second_derivative",
        "value",
        1,
        "2.5",
        facets=(
            Facet("silent", 0.4, "0 on constants and ramps, but not on x²"),
            Facet("curvature", 0.6, "2 on x²"),
        ),
        judge=judge_curvature((1, 3), [ALONG_ROWS]),
        form={"": (1, 3)},
        misconceptions=SECOND_DERIVATIVE_MISTAKES,
    ),
    Task(
        "laplacian",
        "value",
        1,
        "2.5",
        facets=(
            Facet("silent", 0.3, "0 on constants and on ramps in both directions, but not on squares"),
            Facet("curvature", 0.4, "2 on x² and 2 on y²"),
            Facet("isotropy", 0.3, "the kernel is the same when it is turned by 90 degrees or mirrored"),
        ),
        judge=judge_curvature((3, 3), [ALONG_ROWS, ALONG_COLUMNS]),
        form={"": (3, 3)},
        misconceptions=LAPLACIAN_MISTAKES,
    ),
    Task(
        "integral_kernel",
        "code",
        1.5,
        "2.6",
        facets=(Facet("values", 1.0, "the kernel of the running sum, for every length from 1 on"),),
        reference=integral_kernel,
        cases=integral_cases,
        misconceptions=INTEGRAL_MISTAKES,
    ),
    Task(
        "box_blur",
        "code",
        1.5,
        "2.6",
        facets=(
            Facet("odd", 0.5, "odd sizes: equal weights that add up to 1"),
            Facet("even", 0.5, "even sizes: equal weights that add up to 1"),
        ),
        reference=box_blur,
        cases=box_cases,
        misconceptions=BOX_MISTAKES,
    ),
    Task(
        "derivative_kernel",
        "code",
        2,
        "2.7",
        facets=(
            Facet("even", 0.4, "even degrees: degree! on x^degree, 0 on lower powers, degree + 1 entries"),
            Facet("odd", 0.6, "odd degrees: degree! on x^degree, 0 on lower powers, degree + 1 entries"),
        ),
        reference=derivative_kernel,
        cases=derivative_cases,
        misconceptions=DERIVATIVE_MISTAKES,
    ),
    Task(
        "minimum_size",
        "code",
        1,
        "2.7",
        facets=(Facet("values", 1.0, "the smallest number of entries, as an int, for every degree from 1 on"),),
        reference=minimum_size,
        cases=minimum_cases,
        needs=("derivative_kernel",),
        misconceptions=MINIMUM_MISTAKES,
    ),
    Task(
        "why_not_smaller",
        "text",
        1,
        "2.7",
        rubric=(
            "0.5 points: what is asked of `degree` entries: 0 on each of 1, x, ..., x^(degree-1), which is `degree` "
            "equations for `degree` numbers; or: at `degree` points x^degree agrees with a polynomial of lower degree.",
            "0.5 points: why that is impossible: the equations are independent (Vandermonde), so only the zero kernel "
            "solves them, and it gives 0 on x^degree too; or: the kernel gives 0 on that polynomial, so also on x^degree. "
            "An argument for degree 1 and 2 only earns half of each part.",
        ),
    ),
)
