"""Task `two_stripes`: the image behind a given response, that of In [12]."""

from course.checking.compare import to_array
from course.checking.data import Plain
from grader.tasks.model import Facet, Misconception, Task


def rows(*pixels: int, height: int = 8) -> list[list[int]]:
    """Return an image whose rows are all alike."""
    return [list(pixels) for _ in range(height)]


TWO_STRIPES = rows(1, 1, 0, 1, 0, 0, 1, 1)


MISTAKES = (
    Misconception(
        "black_and_white_swapped",
        rows(0, 0, 1, 0, 1, 1, 0, 0),
        "Black and white are swapped: this image gives every response with the other sign. +1 means that white "
        "comes first.",
    ),
    Misconception(
        "transposed",
        [list(column) for column in zip(*TWO_STRIPES, strict=True)],
        "The stripes lie on their side: `X[2:3, :]` sets a row, `X[:, 2:3]` a column.",
    ),
    Misconception(
        "one_wide_stripe",
        rows(1, 1, 0, 0, 0, 0, 1, 1),
        "This is the image of 2.1, with a single stripe. The response 1, −1 side by side needs a stripe of one pixel.",
    ),
    Misconception(
        "stripes_one_too_late",
        rows(1, 1, 1, 0, 1, 0, 0, 1),
        "The stripes stand one column too far to the right: +1 at column 1 means that pixel 1 is white and pixel 2 black.",
    ),
    Misconception(
        "stripes_one_too_early",
        rows(1, 0, 1, 0, 0, 1, 1, 1),
        "The stripes stand one column too far to the left: +1 at column 1 means that pixel 1 is white and pixel 2 black.",
    ),
    Misconception(
        "mirrored", rows(1, 1, 0, 0, 1, 0, 1, 1), "The stripes are in the wrong order: the narrow one comes first."
    ),
    Misconception(
        "stop_included",
        rows(1, 1, 0, 0, 0, 0, 0, 1),
        "A slice stops before its second number: `X[:, 2:3]` is one column, column 2.",
    ),
    Misconception(
        "two_narrow_stripes",
        rows(1, 1, 0, 1, 0, 1, 1, 1),
        "The second stripe is two pixels wide: between its +1 and its −1 there is a 0, where black meets black.",
    ),
    Misconception(
        "two_wide_stripes",
        rows(1, 0, 0, 1, 0, 0, 1, 1),
        "The first stripe is one pixel wide: its +1 and its −1 stand side by side.",
    ),
    Misconception("narrow_stripe_only", rows(1, 1, 0, 1, 1, 1, 1, 1), "The second stripe is missing."),
    Misconception("wide_stripe_only", rows(1, 1, 1, 1, 0, 0, 1, 1), "The first stripe, one pixel wide, is missing."),
    Misconception(
        "drawn_as_the_response",
        rows(0, 1, -1, 1, 0, -1, 0, 0),
        "This is the response, not the image. A response says how neighbors differ; the image has only 0 and 1.",
    ),
    Misconception(
        "the_response_itself",
        rows(0, 1, -1, 1, 0, -1, 0),
        "This is the response, seven numbers to a row. The image has eight pixels to a row, each 0 or 1, and its "
        "neighbors differ by these.",
    ),
    Misconception(
        "one_row", rows(1, 1, 0, 1, 0, 0, 1, 1, height=1), "This is one row, and the image has eight of them."
    ),
    Misconception(
        "running_sum",
        rows(0, 1, 0, 1, 1, 0, 0, 0),
        "You added the response up from the left. But +1 means that brightness falls: left minus right.",
    ),
    Misconception(
        "white_where_it_responds",
        rows(0, 1, 1, 1, 0, 1, 0, 0),
        "You painted the pixels where the response is not 0. It is not 0 between two pixels that differ.",
    ),
)


def advise_stripes(plain: Plain) -> tuple[str, str] | None:
    """Say how the student's own image responds, where all of its rows are alike."""
    image = to_array(plain)
    if image is None or image.ndim != 2 or image.shape[1] != 8 or not (image == image[0]).all():
        return None
    response = ", ".join(f"{number:g}" for number in image[0, :-1].astype(float) - image[0, 1:].astype(float))
    return "another_response", f"The rows of this image respond {response}; the task says 0, 1, -1, 1, 0, -1, 0."


TASK = Task(
    "two_stripes",
    "value",
    1,
    "2.2",
    facets=(Facet("", 1.0, "the image whose rows respond 0, 1, −1, 1, 0, −1, 0"),),
    answer={"": TWO_STRIPES},
    advise=advise_stripes,
    form={"": (8, 8)},
    misconceptions=MISTAKES,
)
