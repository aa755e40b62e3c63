"""Task `edge_table`: the responses of [1, -1] and of its transpose on four edges."""

from collections.abc import Sequence

from course.checking.compare import Verdict, compare_scalars
from course.checking.data import Plain
from grader.tasks.model import Facet, Misconception, Task

EDGES = {
    "A": "the vertical edge, white on the left",
    "B": "the vertical edge, black on the left",
    "C": "the horizontal edge, white above",
    "D": "the diagonal edge, black below",
}


def table(straight: Sequence[float], transposed: Sequence[float]) -> dict[str, float]:
    """Return the dict of eight entries, from the responses of K and of K.t() on A, B, C and D."""
    rows = {"K": straight, "K.t()": transposed}
    return {f"{name} on {edge}": float(row[i]) for name, row in rows.items() for i, edge in enumerate(EDGES)}


EDGE_TABLE = table((1, -1, 0, -1), (0, 0, 1, 1))


def judge_edge_table(plain: Plain) -> dict[str, Verdict]:
    """Each number counts for itself, but one number for all eight is no answer: zeros would earn three of them."""
    given = dict(plain["dict"])

    def says(name: str, number: float) -> bool:
        return compare_scalars(given.get(name), number, 1e-4).passed

    if any(all(says(name, number) for name in EDGE_TABLE) for number in (-1.0, 0.0, 1.0)):
        return dict.fromkeys(EDGE_TABLE, Verdict(False, "one number for all edges tells none from another"))
    return {name: compare_scalars(given.get(name), wanted, 1e-4) for name, wanted in EDGE_TABLE.items()}


MISTAKES = (
    Misconception(
        "rising_edge_ignored",
        table((1, 0, 0, -1), (0, 0, 1, 1)),
        "An edge from black to white is an edge too: it gives 0 − 1 = −1.",
    ),
    Misconception(
        "diagonal_sign_for_transpose",
        table((1, -1, 0, -1), (0, 0, 1, -1)),
        "On D, look at the transpose again: above the edge the pixel is white, below it black, so it gives 1 − 0.",
    ),
    Misconception(
        "diagonal_sign_for_kernel",
        table((1, -1, 0, 1), (0, 0, 1, 1)),
        "On D, walk along a row: it begins black and turns white, so `[1, -1]` gives 0 − 1.",
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
        "The signs are missing. `[1, -1]` takes the left pixel minus the right one: black before white gives −1.",
    ),
    Misconception(
        "signs_swapped",
        table((-1, 1, 0, 1), (0, 0, -1, -1)),
        "Every sign is turned round. The first pixel counts +1 and the next one −1: white before black gives 1 − 0.",
    ),
    Misconception(
        "transpose_changes_nothing",
        table((1, -1, 0, -1), (1, -1, 0, -1)),
        "The transpose of K is a column: it compares a pixel with the one below, so it sees other edges than K.",
    ),
    Misconception(
        "transpose_negates",
        table((1, -1, 0, -1), (-1, 1, 0, 1)),
        "Transposing does not change the sign, it changes the direction: `K.t()` compares a pixel with the one below.",
    ),
    Misconception(
        "nothing_responds",
        table((0, 0, 0, 0), (0, 0, 0, 0)),
        "All zeros is what the broken loop of notebook 1 gives, for any image at all.",
    ),
    Misconception(
        "every_edge_responds",
        table((1, -1, 1, -1), (1, -1, 1, 1)),
        "One kernel does not see every edge: along an edge that runs its own way, neighbors are equal and it gives 0.",
    ),
    Misconception(
        "captions_of_the_seed",
        table((0, 0, 1, 0), (1, -1, 0, 0)),
        "Rows and columns are mixed up, as in the two wrong captions of 2.1. `[1, -1]` compares left with right, so it finds the "
        "edges that run up and down: vertical ones. And diagonal edges respond too.",
    ),
    Misconception(
        "axes_swapped",
        table((0, 0, 1, 1), (1, -1, 0, -1)),
        "Rows and columns are mixed up. `[1, -1]` compares left with right, so it finds the edges that run up and down: "
        "vertical ones.",
    ),
    Misconception(
        "axes_swapped_without_signs",
        table((0, 0, 1, 1), (1, 1, 0, 1)),
        "Rows and columns are mixed up, and the signs are missing. `[1, -1]` compares left with right, left minus right.",
    ),
    Misconception(
        "every_edge_gives_one",
        table((1, 1, 1, 1), (1, 1, 1, 1)),
        "One kernel does not see every edge, and the sign tells white to black from black to white.",
    ),
)


TASK = Task(
    "edge_table",
    "value",
    2,
    "2.1",
    facets=tuple(
        Facet(f"{name} on {edge}", 0.125, f"{kernel} on {edge}, {words}")
        for name, kernel in (("K", "`[1, -1]`"), ("K.t()", "its transpose"))
        for edge, words in EDGES.items()
    ),
    answer=EDGE_TABLE,
    judge=judge_edge_table,
    form=dict.fromkeys(EDGE_TABLE, ()),
    misconceptions=MISTAKES,
)
