"""The kernels that learners write by hand instead of the right ones, for assignment 2."""

from grader.tasks.model import Misconception


def _kernels(*mistakes):
    return tuple(Misconception(name, {"": kernel}, hint) for name, kernel, hint in mistakes)


VERTICAL_EDGE_MISTAKES = _kernels(
    ("sign", [[-1, 1]], "The sign is turned round: where white turns black it gives -1 instead of +1."),
    (
        "horizontal_instead",
        [[1], [-1]],
        "This compares a pixel with the one below, so it finds horizontal edges. A vertical edge runs up and down: compare left with right.",
    ),
    (
        "horizontal_instead_and_sign",
        [[-1], [1]],
        "This compares a pixel with the one below, so it finds horizontal edges. A vertical edge runs up and down: compare left with right.",
    ),
    ("sum", [[1, 1]], "This adds neighbors, so it responds to flat areas. The two numbers must add up to 0."),
    ("average", [[0.5, 0.5]], "This averages neighbors, which is a blur. The two numbers must add up to 0."),
    (
        "left_pixel",
        [[1, 0]],
        "This copies the left pixel. The two numbers must add up to 0, so that flat areas give 0.",
    ),
    (
        "right_pixel",
        [[0, 1]],
        "This copies the right pixel. The two numbers must add up to 0, so that flat areas give 0.",
    ),
    (
        "half",
        [[0.5, -0.5]],
        "It finds the right edges but gives half of what is asked: on a step from white to black, 1.",
    ),
    (
        "double",
        [[2, -2]],
        "It finds the right edges but gives twice what is asked: on a step from white to black, 1.",
    ),
    ("negative_sum", [[-1, -1]], "Both numbers are negative, so flat areas respond. They must add up to 0."),
    (
        "second_derivative",
        [[1, -2, 1]],
        "This is a second derivative, with three numbers. Two are asked for.",
    ),
    ("wide", [[1, 0, -1]], "This has a gap in the middle. Compare direct neighbors: two numbers."),
    (
        "diagonal",
        [[0, 1], [-1, 0]],
        "This kernel differences along a diagonal, so it responds to horizontal edges too.",
    ),
    (
        "image_of_an_edge",
        [[1, 0], [1, 0]],
        "This is a picture of an edge. A kernel that finds it must add up to 0.",
    ),
)

_SOBEL = [[1, 0, -1], [2, 0, -2], [1, 0, -1]]


def _sobel_mistakes(turn, own, other):
    """Return the mistakes for one of the two Sobel kernels; `turn` lays them for its direction."""

    def kernel(rows):
        return [list(row) for row in (zip(*rows, strict=True) if turn else rows)]

    first, last = ("top", "bottom") if turn else ("left", "right")
    across = "column" if turn else "row"
    axis = f"This is the Sobel kernel for the other direction: it finds {other} edges, and {own} ones are asked for."
    return _kernels(
        (
            "sign",
            kernel([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]),
            f"The sign is turned round: the {first} pixels count positive.",
        ),
        ("other_axis", kernel([[1, 2, 1], [0, 0, 0], [-1, -2, -1]]), axis),
        ("other_axis_and_sign", kernel([[-1, -2, -1], [0, 0, 0], [1, 2, 1]]), axis),
        (
            "prewitt",
            kernel([[1, 0, -1], [1, 0, -1], [1, 0, -1]]),
            f"This is Prewitt's kernel: every {across} counts the same. In Sobel's the middle {across} counts twice.",
        ),
        (
            "prewitt_and_sign",
            kernel([[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]]),
            f"This is Prewitt's kernel, with its sign turned round. In Sobel's the middle {across} counts twice.",
        ),
        (
            "scharr",
            kernel([[3, 0, -3], [10, 0, -10], [3, 0, -3]]),
            "This is Scharr's kernel, with the weights 3, 10, 3. Sobel's are 1, 2, 1.",
        ),
        (
            "minus_forgotten",
            kernel([[1, 0, 1], [2, 0, 2], [1, 0, 1]]),
            f"The minus signs are missing: {first} minus {last}, so that flat areas give 0.",
        ),
        (
            "divided_by_8",
            kernel([[x / 8 for x in row] for row in _SOBEL]),
            "The kernel is divided by 8. Here whole numbers are asked for: 4 on a step from white to black.",
        ),
        (
            "divided_by_4",
            kernel([[x / 4 for x in row] for row in _SOBEL]),
            "The kernel is divided by 4. Here whole numbers are asked for: 4 on a step from white to black.",
        ),
        (
            "outer_counts_twice",
            kernel([[2, 0, -2], [1, 0, -1], [2, 0, -2]]),
            f"The outer {across}s count twice. It is the middle {across} that counts twice.",
        ),
        (
            "no_gap",
            kernel([[1, -1, 0], [2, -2, 0], [1, -1, 0]]),
            "This compares direct neighbors. Sobel skips the middle, so that the response lies on a pixel, not between two.",
        ),
        (
            "one_line_only",
            kernel([[0, 0, 0], [1, 0, -1], [0, 0, 0]]),
            f"Only the middle {across} is used. Sobel averages three of them, with the weights 1, 2, 1.",
        ),
        (
            "diagonal",
            kernel([[0, -1, -2], [1, 0, -1], [2, 1, 0]]),
            f"This is a Sobel kernel turned by 45 degrees: it responds to {other} edges too.",
        ),
        (
            "smoothing_only",
            kernel([[1, 2, 1], [2, 4, 2], [1, 2, 1]]),
            "These weights smooth in both directions: nothing is subtracted, so flat areas respond.",
        ),
        (
            "laplacian",
            [[0, 1, 0], [1, -4, 1], [0, 1, 0]],
            "This is a second derivative, which responds to edges in all directions.",
        ),
    )


SOBEL_X_MISTAKES = _sobel_mistakes(False, "vertical", "horizontal")
SOBEL_Y_MISTAKES = _sobel_mistakes(True, "horizontal", "vertical")

_MAIN = "This differences along the main diagonal, where an edge along that diagonal does not change. Go across it: upper right against lower left."
_HALF = "It responds to vertical and horizontal edges, and to both diagonals: it is not a difference along the antidiagonal."

ANTIDIAGONAL_MISTAKES = _kernels(
    ("along_the_edge", [[1, 0], [0, -1]], _MAIN),
    ("along_the_edge_and_sign", [[-1, 0], [0, 1]], _MAIN),
    (
        "sum",
        [[0, 1], [1, 0]],
        "The two corners are added, so flat areas respond. Subtract one from the other.",
    ),
    (
        "picture_of_the_line",
        [[1, 0], [0, 1]],
        "This is a picture of a diagonal line. Its numbers must add up to 0.",
    ),
    (
        "vertical",
        [[1, -1], [1, -1]],
        "This compares left with right: it finds vertical edges, and both diagonals.",
    ),
    (
        "vertical_and_sign",
        [[-1, 1], [-1, 1]],
        "This compares left with right: it finds vertical edges, and both diagonals.",
    ),
    (
        "horizontal",
        [[1, 1], [-1, -1]],
        "This compares above with below: it finds horizontal edges, and both diagonals.",
    ),
    (
        "horizontal_and_sign",
        [[-1, -1], [1, 1]],
        "This compares above with below: it finds horizontal edges, and both diagonals.",
    ),
    (
        "checkerboard",
        [[1, -1], [-1, 1]],
        "This responds to corners and to both diagonals. Only two corners take part: upper right and lower left.",
    ),
    (
        "checkerboard_and_sign",
        [[-1, 1], [1, -1]],
        "This responds to corners and to both diagonals. Only two corners take part: upper right and lower left.",
    ),
    (
        "double",
        [[0, 2], [-2, 0]],
        "The right edges, but twice as strong as asked: at the edge the response is 1 or -1.",
    ),
    (
        "half",
        [[0, 0.5], [-0.5, 0]],
        "The right edges, but half as strong as asked: at the edge the response is 1 or -1.",
    ),
    ("one_sided", [[0, 1], [0, -1]], _HALF),
    ("one_row", [[1, -1], [0, 0]], _HALF),
    ("triangle", [[0, 1], [-1, -1]], "The numbers do not add up to 0, so flat areas respond."),
)

_FIRST = "This is a first derivative: it responds to a ramp. Take the difference of two neighboring differences."

SECOND_DERIVATIVE_MISTAKES = _kernels(
    ("central_difference", [[1, 0, -1]], _FIRST),
    ("central_difference_and_sign", [[-1, 0, 1]], _FIRST),
    ("half_central_difference", [[-0.5, 0, 0.5]], _FIRST),
    ("first_difference", [[1, -1]], f"{_FIRST} It takes three numbers."),
    ("first_difference_and_sign", [[-1, 1]], f"{_FIRST} It takes three numbers."),
    ("first_difference_padded", [[-1, 1, 0]], _FIRST),
    ("first_difference_padded_left", [[0, -1, 1]], _FIRST),
    ("sign", [[-1, 2, -1]], "The sign is turned round: on x² it gives -2 instead of 2."),
    ("smoothing", [[1, 2, 1]], "The minus is missing: this smooths. Flat areas must give 0."),
    ("half", [[0.5, -1, 0.5]], "This gives 1 on x², half of what is asked."),
    ("quarter", [[0.25, -0.5, 0.25]], "This gives 1/2 on x². Do not divide: 2 is asked for."),
    ("double", [[2, -4, 2]], "This gives 4 on x², twice what is asked."),
    (
        "middle_too_small",
        [[1, -1, 1]],
        "The numbers do not add up to 0: the middle pixel takes part in both differences.",
    ),
    (
        "middle_too_small_and_sign",
        [[-1, 1, -1]],
        "The numbers do not add up to 0: the middle pixel takes part in both differences.",
    ),
    (
        "third_derivative",
        [[-1, 3, -3, 1]],
        "This is one derivative too far: it gives 0 on x². Three numbers are asked for.",
    ),
    ("column", [[1], [-2], [1]], "This goes down the columns. One row is asked for: shape (1, 3)."),
    (
        "one_apart",
        [[1, -2, 0]],
        "The difference of two differences uses three pixels: the right one is missing.",
    ),
    (
        "laplacian",
        [[0, 1, 0], [1, -4, 1], [0, 1, 0]],
        "This is the second derivative in both directions. Here one row is asked for: shape (1, 3).",
    ),
)

LAPLACIAN_MISTAKES = _kernels(
    (
        "sign",
        [[0, -1, 0], [-1, 4, -1], [0, -1, 0]],
        "The sign is turned round: many books print it like this, but on x² it gives -2.",
    ),
    (
        "eight_neighbors",
        [[1, 1, 1], [1, -8, 1], [1, 1, 1]],
        "With all eight neighbors the response to x² is 6. Add the second derivatives of one row and one column.",
    ),
    (
        "eight_neighbors_and_sign",
        [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]],
        "This is the edge kernel with all eight neighbors: on x² it gives -6.",
    ),
    (
        "one_row_only",
        [[0, 0, 0], [1, -2, 1], [0, 0, 0]],
        "Only the row is there. The column's second derivative must be added.",
    ),
    (
        "one_column_only",
        [[0, 1, 0], [0, -2, 0], [0, 1, 0]],
        "Only the column is there. The row's second derivative must be added.",
    ),
    (
        "center_counted_once",
        [[0, 1, 0], [1, -2, 1], [0, 1, 0]],
        "Both second derivatives bring their own -2 for the middle, so flat areas give 0.",
    ),
    (
        "multiplied",
        [[1, -2, 1], [-2, 4, -2], [1, -2, 1]],
        "The two second derivatives are applied one after the other. The Laplacian adds them.",
    ),
    (
        "sharpening",
        [[0, -1, 0], [-1, 5, -1], [0, -1, 0]],
        "This sharpens: the image minus its Laplacian. Its numbers add up to 1, so flat areas stay as they are.",
    ),
    (
        "minus_forgotten",
        [[0, 1, 0], [1, 4, 1], [0, 1, 0]],
        "The minus in the middle is missing, so flat areas respond.",
    ),
    ("neighbors_only", [[0, 1, 0], [1, 0, 1], [0, 1, 0]], "The middle is missing, so flat areas respond."),
    (
        "quarter",
        [[0, 0.25, 0], [0.25, -1, 0.25], [0, 0.25, 0]],
        "This is the Laplacian divided by 4: on x² it gives 1/2.",
    ),
    ("half", [[0, 0.5, 0], [0.5, -2, 0.5], [0, 0.5, 0]], "This is half the Laplacian: on x² it gives 1."),
    (
        "three_rows",
        [[1, -2, 1], [1, -2, 1], [1, -2, 1]],
        "Each row has its second derivative, but no column has: y² gives 0.",
    ),
    (
        "three_columns",
        [[1, 1, 1], [-2, -2, -2], [1, 1, 1]],
        "Each column has its second derivative, but no row has: x² gives 0.",
    ),
    ("sobel", [[1, 0, -1], [2, 0, -2], [1, 0, -1]], "This is a first derivative: it responds to a ramp."),
    (
        "diagonal_only",
        [[1, 0, 1], [0, -4, 0], [1, 0, 1]],
        "With the four corners as neighbors the response to x² is 4: they are farther away.",
    ),
)
