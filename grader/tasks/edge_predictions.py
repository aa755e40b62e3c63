"""Assignment 2's predictions: the right values, and the wrong ones that learners write."""

from course.checking.compare import Verdict, compare_scalars
from grader.tasks.model import Misconception

# -- edge_table: the responses of [1, -1] and of its transpose on four edges -------------------------------------

EDGES = {
    "A": "the vertical edge, white on the left",
    "B": "the vertical edge, black on the left",
    "C": "the horizontal edge, white above",
    "D": "the diagonal edge, black below",
}


def table(straight, transposed):
    """Return the dict of eight entries, from the responses of K and of K.t() on A, B, C and D."""
    rows = {"K": straight, "K.t()": transposed}
    return {f"{name} on {edge}": float(row[i]) for name, row in rows.items() for i, edge in enumerate(EDGES)}


EDGE_TABLE = table((1, -1, 0, -1), (0, 0, 1, 1))


def judge_edge_table(plain):
    """Each number counts for itself, but one number for all eight is no answer: zeros would earn three of them."""
    given = dict(plain["dict"])

    def says(name, number):
        return compare_scalars(given.get(name), number, 1e-4).passed

    if any(all(says(name, number) for name in EDGE_TABLE) for number in (-1.0, 0.0, 1.0)):
        return dict.fromkeys(EDGE_TABLE, Verdict(False, "one number for all edges tells none from another"))
    return {name: compare_scalars(given.get(name), wanted, 1e-4) for name, wanted in EDGE_TABLE.items()}


EDGE_TABLE_MISTAKES = (
    Misconception(
        "rising_edge_ignored",
        table((1, 0, 0, -1), (0, 0, 1, 1)),
        "An edge from black to white is an edge too: it gives 0 - 1 = -1.",
    ),
    Misconception(
        "diagonal_sign_for_transpose",
        table((1, -1, 0, -1), (0, 0, 1, -1)),
        "On D, look at the transpose again: above the edge the pixel is white, below it black, so it gives 1 - 0.",
    ),
    Misconception(
        "diagonal_sign_for_kernel",
        table((1, -1, 0, 1), (0, 0, 1, 1)),
        "On D, walk along a row: it begins black and turns white, so [1, -1] gives 0 - 1.",
    ),
    Misconception(
        "diagonal_invisible",
        table((1, -1, 0, 0), (0, 0, 1, 0)),
        "A diagonal edge is not invisible. Walk along one row of D: somewhere black turns white, and the response there "
        "is as large as at a vertical edge. Only edges parallel to the difference vanish.",
    ),
    Misconception(
        "diagonal_half",
        table((1, -1, 0, -0.5), (0, 0, 1, 0.5)),
        "A diagonal edge does not give half a response: somewhere in each row two neighbors differ by a full 1.",
    ),
    Misconception(
        "diagonal_signs_swapped",
        table((1, -1, 0, 1), (0, 0, 1, -1)),
        "On D both signs are turned round: along a row it goes from black to white, down a column from white to black.",
    ),
    Misconception(
        "signs_dropped",
        table((1, 1, 0, 1), (0, 0, 1, 1)),
        "The signs are missing. [1, -1] takes the left pixel minus the right one: black before white gives -1.",
    ),
    Misconception(
        "signs_swapped",
        table((-1, 1, 0, 1), (0, 0, -1, -1)),
        "Every sign is turned round. The first pixel counts +1 and the next one -1: white before black gives 1 - 0.",
    ),
    Misconception(
        "transpose_changes_nothing",
        table((1, -1, 0, -1), (1, -1, 0, -1)),
        "The transpose of K is a column: it compares a pixel with the one below, so it sees other edges than K.",
    ),
    Misconception(
        "transpose_negates",
        table((1, -1, 0, -1), (-1, 1, 0, 1)),
        "Transposing does not change the sign, it changes the direction: K.t() compares a pixel with the one below.",
    ),
    Misconception(
        "nothing_responds",
        table((0, 0, 0, 0), (0, 0, 0, 0)),
        "All zeros is what the broken loop of In [19] gives, for any image at all.",
    ),
    Misconception(
        "every_edge_responds",
        table((1, -1, 1, -1), (1, -1, 1, 1)),
        "One kernel does not see every edge: along an edge that runs its own way, neighbors are equal and it gives 0.",
    ),
    Misconception(
        "captions_of_the_seed",
        table((0, 0, 1, 0), (1, -1, 0, 0)),
        "Rows and columns are mixed up, as in the learner's captions. [1, -1] compares left with right, so it finds the "
        "edges that run up and down: vertical ones. And diagonal edges respond too.",
    ),
    Misconception(
        "axes_swapped",
        table((0, 0, 1, 1), (1, -1, 0, -1)),
        "Rows and columns are mixed up. [1, -1] compares left with right, so it finds the edges that run up and down: "
        "vertical ones.",
    ),
    Misconception(
        "axes_swapped_without_signs",
        table((0, 0, 1, 1), (1, 1, 0, 1)),
        "Rows and columns are mixed up, and the signs are missing. [1, -1] compares left with right, left minus right.",
    ),
    Misconception(
        "every_edge_gives_one",
        table((1, 1, 1, 1), (1, 1, 1, 1)),
        "One kernel does not see every edge, and the sign tells white to black from black to white.",
    ),
)

# -- two_stripes: the image of In [12] ---------------------------------------------------------------------------


def rows(*pixels, height=8):
    """Return an image whose rows are all alike."""
    return [list(pixels) for _ in range(height)]


TWO_STRIPES = rows(1, 1, 0, 1, 0, 0, 1, 1)

TWO_STRIPES_MISTAKES = tuple(
    Misconception(name, {"": image}, hint)
    for name, image, hint in (
        (
            "black_and_white_swapped",
            rows(0, 0, 1, 0, 1, 1, 0, 0),
            "Black and white are swapped: this image gives every response with the other sign. +1 means that white "
            "comes first.",
        ),
        (
            "transposed",
            [list(column) for column in zip(*TWO_STRIPES, strict=True)],
            "The stripes lie on their side: X[2:3, :] sets a row, X[:, 2:3] a column.",
        ),
        (
            "one_wide_stripe",
            rows(1, 1, 0, 0, 0, 0, 1, 1),
            "This is the image of In [8], with a single stripe. The response 1, -1 side by side needs a stripe of one pixel.",
        ),
        (
            "stripes_one_too_late",
            rows(1, 1, 1, 0, 1, 0, 0, 1),
            "The stripes stand one column too far to the right: +1 at column 1 means that pixel 1 is white and pixel 2 black.",
        ),
        (
            "stripes_one_too_early",
            rows(1, 0, 1, 0, 0, 1, 1, 1),
            "The stripes stand one column too far to the left: +1 at column 1 means that pixel 1 is white and pixel 2 black.",
        ),
        (
            "mirrored",
            rows(1, 1, 0, 0, 1, 0, 1, 1),
            "The stripes are in the wrong order: the narrow one comes first.",
        ),
        (
            "stop_included",
            rows(1, 1, 0, 0, 0, 0, 0, 1),
            "A slice stops before its second number: X[:, 2:3] is one column, column 2.",
        ),
        (
            "two_narrow_stripes",
            rows(1, 1, 0, 1, 0, 1, 1, 1),
            "The second stripe is two pixels wide: between its +1 and its -1 there is a 0, where black meets black.",
        ),
        (
            "two_wide_stripes",
            rows(1, 0, 0, 1, 0, 0, 1, 1),
            "The first stripe is one pixel wide: its +1 and its -1 stand side by side.",
        ),
        (
            "narrow_stripe_only",
            rows(1, 1, 0, 1, 1, 1, 1, 1),
            "The second stripe is missing.",
        ),
        (
            "wide_stripe_only",
            rows(1, 1, 1, 1, 0, 0, 1, 1),
            "The first stripe, one pixel wide, is missing.",
        ),
        (
            "drawn_as_the_response",
            rows(0, 1, -1, 1, 0, -1, 0, 0),
            "This is the response, not the image. A response says how neighbors differ; the image has only 0 and 1.",
        ),
        (
            "running_sum",
            rows(0, 1, 0, 1, 1, 0, 0, 0),
            "You added the response up from the left. But +1 means that brightness falls: left minus right.",
        ),
        (
            "white_where_it_responds",
            rows(0, 1, 1, 1, 0, 1, 0, 0),
            "You painted the pixels where the response is not 0. It is not 0 between two pixels that differ.",
        ),
    )
)

# -- diagonal_responses: Exercise 1 on 3x3 images ----------------------------------------------------------------

DIAGONAL_RESPONSES = {
    "line": [[1, 0], [-1, 1], [0, -1]],
    "line, X transposed": [[1, 0], [-1, 1], [0, -1]],
    "line, K transposed": [[1, -1, 0], [0, 1, -1]],
    "step": [[0, 0], [-1, 0], [0, -1]],
    "step, X transposed": [[1, 0], [0, 1], [0, 0]],
    "step, K transposed": [[1, 0, 0], [0, 1, 0]],
}


def _instead(**entries):
    """Return the right responses with some replaced; the keyword step_K stands for "step, K transposed"."""
    names = {"X": ", X transposed", "K": ", K transposed", "": ""}
    changed = {}
    for key, value in entries.items():
        shape, _, what = key.partition("_")
        changed[shape + names[what]] = value
    return DIAGONAL_RESPONSES | changed


def _mapped(change):
    return {name: [[change(v) for v in row] for row in value] for name, value in DIAGONAL_RESPONSES.items()}


_WIDE, _TALL = [[0, 0, 0], [0, 0, 0]], [[0, 0], [0, 0], [0, 0]]

DIAGONAL_MISTAKES = (
    Misconception(
        "transposed_step_unchanged",
        _instead(step_X=DIAGONAL_RESPONSES["step"]),
        "Transposing X changes nothing only if X is symmetric. The line is, the step is not: its white half moves below.",
    ),
    Misconception(
        "transposed_step_changes_sign_only",
        _instead(step_X=[[0, 0], [1, 0], [0, 1]]),
        "In the transposed step the sign changes, and so does the place: in row 0 the white pixel is followed by black.",
    ),
    Misconception(
        "kernel_transposes_step_response",
        _instead(step_K=[[0, -1, 0], [0, 0, -1]]),
        "Transposing K does not just transpose the response. Down a column of the step, white comes before black: +1.",
    ),
    Misconception(
        "transposed_line_changes_sign",
        _instead(line_X=[[-1, 0], [1, -1], [0, 1]]),
        "The line looks the same after transposing: X equals X.t(), so its response cannot change.",
    ),
    Misconception(
        "kernel_negates_line",
        _instead(line_K=[[-1, 1, 0], [0, -1, 1]]),
        "Every sign is turned round. K.t() takes a pixel minus the one below it: on the line, 1 - 0.",
    ),
    Misconception(
        "diagonal_step_is_a_line",
        _instead(
            step=DIAGONAL_RESPONSES["line"],
            step_X=DIAGONAL_RESPONSES["line"],
            step_K=DIAGONAL_RESPONSES["line, K transposed"],
        ),
        "A line has two sides, so it responds twice, +1 and -1. A step has a single edge: one response in each row.",
    ),
    Misconception(
        "line_responds_once",
        _instead(line=[[1, 0], [0, 1], [0, 0]], line_X=[[1, 0], [0, 1], [0, 0]], line_K=[[1, 0, 0], [0, 1, 0]]),
        "The line responds twice: +1 where white is followed by black, and -1 where black is followed by white.",
    ),
    Misconception(
        "kernel_rotated",
        _instead(line_K=[[-1, 1, 0], [0, -1, 1]], step_K=[[-1, 0, 0], [0, -1, 0]]),
        "K.t() keeps the order of its numbers: 1 above, -1 below. You used -1 above 1.",
    ),
    Misconception(
        "diagonals_of_the_seed",
        _instead(line=_TALL, line_X=_TALL, line_K=_WIDE, step=_TALL, step_X=_TALL, step_K=_WIDE),
        "All zeros is what the broken loop of In [19] gave. Diagonal edges respond at full height to [1, -1].",
    ),
    Misconception(
        "signs_dropped",
        _mapped(abs),
        "The signs are missing: black followed by white gives 0 - 1 = -1.",
    ),
    Misconception(
        "signs_swapped",
        _mapped(lambda v: -v),
        "Every sign is turned round: [1, -1] takes the left pixel minus the right one.",
    ),
    Misconception(
        "pixels_added",
        _instead(
            line=[[1, 0], [1, 1], [0, 1]],
            line_X=[[1, 0], [1, 1], [0, 1]],
            line_K=[[1, 1, 0], [0, 1, 1]],
            step=[[2, 2], [1, 2], [0, 1]],
            step_X=[[1, 0], [2, 1], [2, 2]],
            step_K=[[1, 2, 2], [0, 1, 2]],
        ),
        "The two pixels were added. K is [1, -1]: subtract the second from the first.",
    ),
    Misconception(
        "image_copied",
        _instead(
            line=[[1, 0], [0, 1], [0, 0]],
            line_X=[[1, 0], [0, 1], [0, 0]],
            line_K=[[1, 0, 0], [0, 1, 0]],
            step=[[1, 1], [0, 1], [0, 0]],
            step_X=[[1, 0], [1, 1], [1, 1]],
            step_K=[[1, 1, 1], [0, 1, 1]],
        ),
        "These are the pixels themselves. Each response is a difference: a pixel minus its neighbor.",
    ),
    Misconception(
        "step_transposes_mixed_up",
        _instead(step=[[1, 0], [0, 1], [0, 0]], step_X=[[0, 0], [-1, 0], [0, -1]]),
        "The step and its transpose are mixed up: the step is white above the diagonal, so its rows begin black.",
    ),
)
