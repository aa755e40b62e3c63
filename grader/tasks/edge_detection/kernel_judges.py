"""Judge a kernel made by hand by what it does: where it responds, where it stays silent, and how strongly.

The kernel is plain data by now, so it runs here in float64, outside the student's kernel.
"""

from collections.abc import Callable, Sequence

import numpy as np

from course.checking.compare import Verdict, to_array
from course.checking.data import Plain
from grader.tasks.windows import correlate

Edge = tuple[str, np.ndarray]  # in words, and an image of it
Judge = Callable[[Plain], dict[str, Verdict]]

ROWS, COLUMNS = 6, 7  # of the test images
ATOL = 1e-4
_row, _column = np.indices((ROWS, COLUMNS)).astype(float)
FLAT = np.ones((ROWS, COLUMNS))
VERTICAL = 1.0 * (_column < 3)  # white on the left
HORIZONTAL = 1.0 * (_row < 3)  # white above
DIAGONAL = 1.0 * (_row <= _column)  # white above the main diagonal
ANTIDIAGONAL = 1.0 * (_row + _column <= 5)


def judge_edge_kernel(
    model: Sequence[Sequence[float]], seen: Edge, unseen: Edge, *, either_sign: bool = False
) -> Judge:
    """Return a judge of an edge kernel of the same shape as `model`.

    `seen` and `unseen` are (words, image): edges it must respond to, and edges it must be silent on.  Facets:
    "selective" does both and is silent on flat areas; "weights" is a multiple of the model; "magnitude" responds to
    `seen` as the model does.  The last two need the first.
    """
    asked_for = np.asarray(model, dtype=float)

    def judge(plain: Plain) -> dict[str, Verdict]:
        kernel = _kernel(plain, asked_for.shape)
        problem = kernel if isinstance(kernel, str) else _not_selective(kernel, seen, unseen)
        if isinstance(kernel, str) or problem:
            return dict.fromkeys(("selective", "weights", "magnitude"), Verdict(False, problem))
        factor = (kernel * asked_for).sum() / (asked_for * asked_for).sum()
        proportional = _close(kernel, factor * asked_for)
        response, wanted = correlate(seen[1], kernel), correlate(seen[1], asked_for)
        strong = _close(response, wanted) or (either_sign and _close(response, -wanted))
        turned = not strong and _close(response, -wanted)
        return {
            "selective": Verdict(True),
            "weights": _verdict(proportional, "its rows and columns do not have the weights asked for"),
            "magnitude": _verdict(strong, "the sign is turned round" if turned else "the response has another size"),
        }

    return judge


def advise_edge_kernel(shape: tuple[int, int]) -> Callable[[Plain], tuple[str, str] | None]:
    """Return an adviser of a kernel that no known mistake explains: what of it alone makes it wrong."""

    def advise(plain: Plain) -> tuple[str, str] | None:
        kernel = _kernel(plain, shape)
        if isinstance(kernel, str):
            return "another_form", f"{kernel[0].upper()}{kernel[1:]}."
        total = float(kernel.sum())
        if abs(total) > ATOL:
            return (
                "flat_areas_respond",
                f"Its numbers add up to {total:g}, so flat areas respond. They must add up to 0.",
            )
        return None

    return advise


def advise_curvature(shape: tuple[int, int]) -> Callable[[Plain], tuple[str, str] | None]:
    """Return an adviser of a second derivative: what of it alone makes it wrong."""

    def advise(plain: Plain) -> tuple[str, str] | None:
        kernel = _kernel(plain, shape)
        if isinstance(kernel, str) or abs(kernel.sum()) > ATOL:
            return advise_edge_kernel(shape)(plain)
        ramps = [correlate(ramp, kernel).ravel()[0] for ramp in (_row, _column)]
        if any(abs(ramp) > ATOL for ramp in ramps):
            return (
                "ramps_respond",
                "It responds to a ramp, as a first derivative does. The second derivative of a ramp is 0: differences of "
                "differences.",
            )
        return None

    return advise


def judge_curvature(shape: tuple[int, int], powers: Sequence[tuple[np.ndarray, np.ndarray]]) -> Judge:
    """Return a judge of a second derivative: `powers` are the (ramp, square) pairs of test images, one for each axis.

    Facets: "silent" is 0 on constants and ramps, but not on every square; "curvature" gives 2 on each square;
    "isotropy" does not change when the kernel is turned by 90 degrees or mirrored.  The others need the first.
    """

    def judge(plain: Plain) -> dict[str, Verdict]:
        kernel = _kernel(plain, shape)
        problem = kernel if isinstance(kernel, str) else _not_silent(kernel, powers)
        if isinstance(kernel, str) or problem:
            return dict.fromkeys(("silent", "curvature", "isotropy"), Verdict(False, problem))
        responses = [correlate(square, kernel) for _, square in powers]
        two = all(_close(response, 2.0) for response in responses)
        turned = not two and all(_close(response, -2.0) for response in responses)
        alike = _close(kernel, np.rot90(kernel)) and _close(kernel, kernel[::-1]) if len(powers) > 1 else True
        return {
            "silent": Verdict(True),
            "curvature": _verdict(two, "the sign is turned round" if turned else "the response to a square is not 2"),
            "isotropy": _verdict(alike, "it changes when it is turned by 90 degrees or mirrored"),
        }

    return judge


ALONG_ROWS = (_column - 3, (_column - 3) ** 2)
ALONG_COLUMNS = (_row - 2, (_row - 2) ** 2)


def _kernel(plain: Plain, shape: tuple[int, ...]) -> np.ndarray | str:
    """Return the kernel, or what is wrong with it; one row may come without its outer brackets."""
    array = to_array(plain)
    if array is None:
        return "it is not a tensor of numbers"
    array = array.astype(float)
    while array.ndim > 2 and array.shape[0] == 1:  # (1, 1, h, w) is how a layer stores it
        array = array[0]
    array = np.atleast_2d(array)
    if array.shape != shape:
        return f"its shape is {array.shape}, but {shape} was asked for"
    if not np.isfinite(array).all():
        return "it holds NaN or infinity"
    if not array.any():
        return "all its numbers are 0"
    return array


def _not_selective(kernel: np.ndarray, seen: tuple[str, np.ndarray], unseen: tuple[str, np.ndarray]) -> str:
    if not _silent(kernel, FLAT):
        return "it responds to flat areas: its numbers must add up to 0"
    words, image = seen
    if _silent(kernel, image):
        return f"it does not respond to {words}"
    words, image = unseen
    return "" if _silent(kernel, image) else f"it also responds to {words}"


def _not_silent(kernel: np.ndarray, powers: Sequence[tuple[np.ndarray, np.ndarray]]) -> str:
    if not _silent(kernel, FLAT):
        return "it responds to constants: its numbers must add up to 0"
    if not all(_silent(kernel, ramp) for ramp, _ in powers):
        return "it responds to ramps, as a first derivative does"
    if all(_silent(kernel, square) for _, square in powers):
        return "it does not respond to squares"
    return ""


def _silent(kernel: np.ndarray, image: np.ndarray) -> bool:
    return bool((np.abs(correlate(image, kernel)) <= ATOL * np.abs(kernel).max()).all())


def _close(one: np.ndarray, other: np.ndarray | float) -> bool:
    return bool((np.abs(one - other) <= ATOL).all())


def _verdict(passed: bool, reason: str) -> Verdict:
    return Verdict(passed, "" if passed else reason)
