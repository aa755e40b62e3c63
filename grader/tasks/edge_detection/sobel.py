"""What the two Sobel kernels share: the numbers, the facets, the mistakes."""

from collections.abc import Sequence

from grader.tasks.model import Facet, Misconception


def sobel_facets(words: str, across: str) -> tuple[Facet, ...]:
    return (
        Facet("selective", 0.4, f"it responds to {words}"),
        Facet("weights", 0.3, f"the {across}s have the weights 1, 2, 1, and the middle is skipped"),
        Facet("magnitude", 0.3, "the response is +4 where white turns black"),
    )


SOBEL_X = ((1, 0, -1), (2, 0, -2), (1, 0, -1))


def sobel_mistakes(turn: bool, own: str, other: str) -> tuple[Misconception, ...]:
    """Return the mistakes for one of the two Sobel kernels; `turn` lays them for its direction."""

    def kernel(rows: Sequence[Sequence[float]]) -> list[list[float]]:
        return [list(row) for row in (zip(*rows, strict=True) if turn else rows)]

    first, last = ("top", "bottom") if turn else ("left", "right")
    across = "column" if turn else "row"
    axis = f"This is the Sobel kernel for the other direction: it finds {other} edges, and {own} ones are asked for."
    return (
        Misconception(
            "sign",
            kernel([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]),
            f"The sign is turned round: the {first} pixels count positive.",
        ),
        Misconception("other_axis", kernel([[1, 2, 1], [0, 0, 0], [-1, -2, -1]]), axis),
        Misconception("other_axis_and_sign", kernel([[-1, -2, -1], [0, 0, 0], [1, 2, 1]]), axis),
        Misconception(
            "prewitt",
            kernel([[1, 0, -1], [1, 0, -1], [1, 0, -1]]),
            f"This is Prewitt's kernel: every {across} counts the same. In Sobel's the middle {across} counts twice.",
        ),
        Misconception(
            "prewitt_and_sign",
            kernel([[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]]),
            f"This is Prewitt's kernel, with its sign turned round. In Sobel's the middle {across} counts twice.",
        ),
        Misconception(
            "scharr",
            kernel([[3, 0, -3], [10, 0, -10], [3, 0, -3]]),
            "This is Scharr's kernel, with the weights 3, 10, 3. Sobel's are 1, 2, 1.",
        ),
        Misconception(
            "minus_forgotten",
            kernel([[1, 0, 1], [2, 0, 2], [1, 0, 1]]),
            f"The minus signs are missing: {first} minus {last}, so that flat areas give 0.",
        ),
        Misconception(
            "divided_by_8",
            kernel([[x / 8 for x in row] for row in SOBEL_X]),
            "The kernel is divided by 8. Here whole numbers are asked for: 4 on a step from white to black.",
        ),
        Misconception(
            "divided_by_4",
            kernel([[x / 4 for x in row] for row in SOBEL_X]),
            "The kernel is divided by 4. Here whole numbers are asked for: 4 on a step from white to black.",
        ),
        Misconception(
            "outer_counts_twice",
            kernel([[2, 0, -2], [1, 0, -1], [2, 0, -2]]),
            f"The outer {across}s count twice. It is the middle {across} that counts twice.",
        ),
        Misconception(
            "no_gap",
            kernel([[1, -1, 0], [2, -2, 0], [1, -1, 0]]),
            "This compares direct neighbors. Sobel skips the middle, so that the response lies on a pixel, not between two.",
        ),
        Misconception(
            "one_line_only",
            kernel([[0, 0, 0], [1, 0, -1], [0, 0, 0]]),
            f"Only the middle {across} is used. Sobel averages three of them, with the weights 1, 2, 1.",
        ),
        Misconception(
            "diagonal",
            kernel([[0, -1, -2], [1, 0, -1], [2, 1, 0]]),
            f"This is a Sobel kernel turned by 45 degrees: it responds to {other} edges too.",
        ),
        Misconception(
            "smoothing_only",
            kernel([[1, 2, 1], [2, 4, 2], [1, 2, 1]]),
            "These weights smooth in both directions: nothing is subtracted, so flat areas respond.",
        ),
        Misconception(
            "laplacian",
            [[0, 1, 0], [1, -4, 1], [0, 1, 0]],
            "This is a second derivative, which responds to edges in all directions.",
        ),
    )
