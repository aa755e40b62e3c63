"""Say how wrong results relate to the right ones, where one relation holds in every wrong case that came back.

What is said here is seen in the numbers, so it is true whatever the code does; why it is so is left to the student.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np

from course.checking.compare import Verdict
from course.checking.data import AnswerData, PackEntry
from course.checking.plain import to_array
from course.checking.slips import Slip

FEWEST_NUMBERS = 3  # in how many numbers a relation must be seen


def relation(pack: PackEntry, answers: Sequence[AnswerData | None], verdicts: Sequence[Verdict]) -> Slip | None:
    """Return what holds of all wrong results together, or None."""
    pairs = list(_pairs(pack, answers, verdicts))
    if not any(got.size for got, _, _ in pairs) or sum(wanted.size for _, wanted, _ in pairs) < FEWEST_NUMBERS:
        return None
    if len(pairs) > 1 and _same_for_every_input(pairs):
        return Slip("same_for_every_input", "The result is the same for every input.")
    for name, hint, holds in RELATIONS:
        if all(_quietly(holds, got, wanted, atol) for got, wanted, atol in pairs):
            return Slip(name, hint)
    various = len({number for _, wanted, _ in pairs for number in wanted.ravel()}) > 2
    return _by_one_number(pairs) if various else None


Pair = tuple[np.ndarray, np.ndarray, float]


def _pairs(pack: PackEntry, answers: Sequence[AnswerData | None], verdicts: Sequence[Verdict]) -> Iterator[Pair]:
    for case, expected, answer, verdict in zip(pack["cases"], pack["expected"], answers, verdicts, strict=True):
        if verdict.passed or not isinstance(answer, dict) or "result" not in answer or "result" not in expected:
            continue
        got, wanted = to_array(answer["result"]), to_array(expected["result"])
        if got is not None and wanted is not None and np.isfinite(got).all():
            largest = float(np.abs(wanted).max(initial=1.0))
            pair = got.astype(float), wanted.astype(float), max(case["atol"], 1e-5 * largest)
            if not _is(*pair):  # what is wrong may be a gradient
                yield pair


def _quietly(holds: Callable[..., bool], got: np.ndarray, wanted: np.ndarray, atol: float) -> bool:
    try:
        return bool(holds(got, wanted, atol))
    except (IndexError, ValueError):
        return False


def _same_for_every_input(pairs: list[Pair]) -> bool:
    got = [pair[0] for pair in pairs]
    return all(g.shape == got[0].shape and np.array_equal(g, got[0]) for g in got) and not all(
        np.array_equal(wanted, pairs[0][1]) for _, wanted, _ in pairs
    )


def _is(got: np.ndarray, wanted: np.ndarray, atol: float) -> bool:
    return got.shape == wanted.shape and bool((np.abs(got - wanted) <= atol).all())


def _last_are_zero(rows: int, columns: int) -> Callable[..., bool]:
    """Are the last rows or columns 0, and all the rest right?"""

    def holds(got: np.ndarray, wanted: np.ndarray, atol: float) -> bool:
        inside = (..., slice(0, wanted.shape[-2] - rows), slice(0, wanted.shape[-1] - columns))
        left = np.zeros_like(wanted)
        left[inside] = wanted[inside]
        return got.ndim > 1 and bool(np.abs(left).max(initial=0) > atol) and _is(got, left, atol)

    return holds


def _first_only(got: np.ndarray, wanted: np.ndarray, atol: float) -> bool:
    left = np.zeros_like(wanted)
    left[..., :1, :] = wanted[..., :1, :]
    return got.ndim > 1 and wanted.shape[-2] > 1 and _is(got, left, atol)


def _is_cropped(got: np.ndarray, wanted: np.ndarray, atol: float) -> bool:
    fits = got.ndim == wanted.ndim and all(g <= w for g, w in zip(got.shape, wanted.shape, strict=True))
    alike = got.ndim < 3 or got.shape[0] == wanted.shape[0]  # not channels
    return fits and alike and got.size < wanted.size and _is(got, wanted[tuple(slice(0, n) for n in got.shape)], atol)


def _is_inside(got: np.ndarray, wanted: np.ndarray, atol: float) -> bool:
    """Do the right numbers stand somewhere in a larger result?"""
    if got.ndim != wanted.ndim or got.size <= wanted.size or any(np.less(got.shape, wanted.shape)) or _is_flat(wanted):
        return False
    room = [range(g - w + 1) for g, w in zip(got.shape, wanted.shape, strict=True)]
    places = np.stack(np.meshgrid(*room, indexing="ij"), -1).reshape(-1, wanted.ndim)
    return any(
        _is(got[tuple(slice(a, a + n) for a, n in zip(at, wanted.shape, strict=True))], wanted, atol) for at in places
    )


def _is_flat(wanted: np.ndarray) -> bool:
    """Are there too few different numbers to be found somewhere by anything but chance?"""
    return len(np.unique(wanted)) < 3


def _every_other(got: np.ndarray, wanted: np.ndarray, atol: float) -> bool:
    steps = range(2, 5)
    return (
        wanted.ndim > 1
        and got.size < wanted.size
        and any(_is(got, wanted[..., ::down, ::across], atol) for down in (1, *steps) for across in (1, *steps))
    )


def _axes_moved(got: np.ndarray, wanted: np.ndarray, atol: float) -> bool:
    orders = ((1, 2, 0), (2, 0, 1), (1, 0, 2))
    return wanted.ndim == 3 and any(_is(got, wanted.transpose(order), atol) for order in orders)


def _running_total(axis: int | None) -> Callable[..., bool]:
    """Does every number hold the sum of the right ones up to it, along an axis or through the whole result?"""

    def holds(got: np.ndarray, wanted: np.ndarray, atol: float) -> bool:
        if got.shape != wanted.shape or wanted.ndim < 2:
            return False
        total = np.cumsum(wanted, axis=axis).reshape(wanted.shape)
        return _is(got, total, atol * max(1.0, float(np.abs(total).max(initial=0) / np.abs(wanted).max(initial=1))))

    return holds


def _first_axis_reversed(got: np.ndarray, wanted: np.ndarray, atol: float) -> bool:
    return wanted.ndim == 3 and len(wanted) > 1 and _is(got, wanted[::-1], atol)


def _should_be_alike(got: np.ndarray, wanted: np.ndarray, atol: float) -> bool:
    """Are the right numbers all the same, and these are not?"""
    return got.shape == wanted.shape and bool(np.ptp(wanted) <= atol and np.ptp(got) > atol)


RELATIONS: tuple[tuple[str, str, Callable[..., bool]], ...] = (
    ("signs_turned", "Every number has the opposite sign.", lambda g, w, t: _is(g, -w, t)),
    ("signs_lost", "The numbers are right, but the minus signs are lost.", lambda g, w, t: _is(g, np.abs(w), t)),
    ("negative_cut_off", "Where a negative number belongs there is 0.", lambda g, w, t: _is(g, np.maximum(w, 0), t)),
    ("whole_numbers", "The results are cut to whole numbers.", lambda g, w, t: _is(g, np.trunc(w), 1e-9)),
    ("whole_numbers", "The results are rounded to whole numbers.", lambda g, w, t: _is(g, np.rint(w), 1e-9)),
    (
        "transposed_result",
        "The numbers are right, but rows and columns of the result are swapped.",
        lambda g, w, t: w.ndim > 1 and _is(g, np.swapaxes(w, -1, -2), t),
    ),
    ("axes_in_another_order", "The numbers are right, but the axes of the result stand in another order.", _axes_moved),
    (
        "reversed_result",
        "The numbers are right, but the result is turned by 180 degrees: rows and columns run backwards.",
        lambda g, w, t: w.ndim > 1 and _is(g, w[..., ::-1, ::-1], t),
    ),
    (
        "reversed_result",
        "The numbers are right, but in reverse order along the last axis.",
        lambda g, w, t: w.ndim > 0 and _is(g, w[..., ::-1], t),
    ),
    (
        "reversed_result",
        "The numbers are right, but the rows of the result run from the last to the first.",
        lambda g, w, t: w.ndim > 1 and _is(g, w[..., ::-1, :], t),
    ),
    ("last_row_zero", "The last row of the result is 0, and all else is right.", _last_are_zero(1, 0)),
    ("last_column_zero", "The last column of the result is 0, and all else is right.", _last_are_zero(0, 1)),
    ("last_row_zero", "The last row and column of the result are 0, and all else is right.", _last_are_zero(1, 1)),
    ("first_row_only", "Only the first row of the result is computed; the rest is 0.", _first_only),
    (
        "channels_cut_off",
        "The numbers are right, but the last channels of the result are missing.",
        lambda g, w, t: w.ndim == 3 and 0 < len(g) < len(w) and _is(g, w[: len(g)], t),
    ),
    (
        "window_stands_still",
        "Every number of the result is the first one: does the window move?",
        lambda g, w, t: g.shape == w.shape and w.ndim > 1 and _is(g, np.full_like(w, w.flat[0]), t),
    ),
    (
        "result_cut_off",
        "The numbers are right, but some at the end are missing: the result has too few rows or columns.",
        _is_cropped,
    ),
    (
        "result_too_large",
        "The right numbers are there, and others around them or behind them: the result is too large.",
        _is_inside,
    ),
    ("numbers_not_alike", "All numbers should be alike here, and yours are not.", _should_be_alike),
    (
        "places_skipped",
        "The numbers are right, but of the rows or columns of the result only every second (third, ...) is there.",
        _every_other,
    ),
    (
        "running_total",
        "Every number holds those before it in its row as well: does the total start at 0 for each of them?",
        _running_total(-1),
    ),
    (
        "running_total",
        "Every number holds all those before it as well: does the total start at 0 for each of them?",
        _running_total(None),
    ),
    ("first_axis_reversed", "The channels of the result are right, but in reverse order.", _first_axis_reversed),
    (
        "another_shape",
        "The numbers are right, in another shape.",
        lambda g, w, t: g.shape != w.shape and g.size == w.size and _is(g.ravel(), w.ravel(), t),
    ),
    (
        "another_order",
        "The right numbers are all there, but in other places.",
        lambda g, w, t: g.size == w.size and g.size > 3 and _is(np.sort(g.ravel()), np.sort(w.ravel()), t),
    ),
)


# what may be said of results beside a known mistake: each takes something away, so no other mistake looks like it
AFTER_A_MISTAKE: tuple[tuple[str, str, Callable[..., bool]], ...] = (
    ("signs_turned", "Besides, every number has the opposite sign.", lambda g, w, t: _is(g, -w, t)),
    ("signs_lost", "Besides, the minus signs are lost.", lambda g, w, t: _is(g, np.abs(w), t)),
    ("negative_cut_off", "Besides, 0 stands for every negative number.", lambda g, w, t: _is(g, np.maximum(w, 0), t)),
    ("whole_numbers", "Besides, the results are cut to whole numbers.", lambda g, w, t: _is(g, np.trunc(w), 1e-9)),
    ("whole_numbers", "Besides, the results are rounded to whole numbers.", lambda g, w, t: _is(g, np.rint(w), 1e-9)),
    ("last_row_zero", "Besides, the last row of the result is 0.", _last_are_zero(1, 0)),
    ("last_column_zero", "Besides, the last column of the result is 0.", _last_are_zero(0, 1)),
    ("last_row_zero", "Besides, the last row and column of the result are 0.", _last_are_zero(1, 1)),
    ("result_cut_off", "Besides, the result has too few rows or columns: some at the end are missing.", _is_cropped),
    ("axes_in_another_order", "Besides, the axes of the result stand in another order.", _axes_moved),
    ("first_axis_reversed", "Besides, the channels of the result stand in reverse order.", _first_axis_reversed),
    (
        "another_shape",
        "Besides, the result has another number of axes than it should.",
        lambda g, w, t: g.ndim != w.ndim and g.size == w.size and _is(g.ravel(), w.ravel(), t),
    ),
)


# of those, what speaks of the result's form, and so has to be true beside the right one, too
OF_THE_FORM: dict[str, Callable[[np.ndarray, np.ndarray], bool]] = {
    "result_cut_off": lambda got, right: got.ndim == right.ndim and got.size < right.size,
    "another_shape": lambda got, right: got.ndim != right.ndim,
}


def holds_for(holds: Callable[..., bool], pairs: Sequence[Pair]) -> bool:
    """Does a relation hold for every (result, what it is compared with, tolerance)?"""
    return all(_quietly(holds, *pair) for pair in pairs)


def _by_one_number(pairs: list[Pair]) -> Slip | None:
    """Is every number too large by the same amount, or by one factor?"""
    if any(got.shape != wanted.shape for got, wanted, _ in pairs):
        return None
    added = [got - wanted for got, wanted, _ in pairs]
    first = added[0].flat[0]
    if all((np.abs(a - first) <= atol).all() for a, (_, _, atol) in zip(added, pairs, strict=True)):
        return Slip("off_by_a_constant", f"Every number is {abs(first):g} too {'large' if first > 0 else 'small'}.")
    if all(_by_one_amount_a_channel(got, wanted, atol) for got, wanted, atol in pairs):
        said = "In each channel every number is off by the same amount, in each by another one: what is added to it?"
        return Slip("off_by_a_constant_in_each_channel", said)
    factors = [_factor(*pair) for pair in pairs]
    if any(factor is None for factor in factors):
        return None
    if _all_close(factors):
        return Slip("off_by_a_factor", f"Every number is {factors[0]:.4g} times the right one.")
    if all(wanted.size > 1 for _, wanted, _ in pairs):
        return Slip(
            "off_by_a_factor",
            "In each result all numbers are right but for one factor, another one for each input: something multiplies "
            "or divides that should not.",
        )
    return None


def _by_one_amount_a_channel(got: np.ndarray, wanted: np.ndarray, atol: float) -> bool:
    if wanted.ndim != 3 or len(wanted) < 2 or wanted[0].size < 2:
        return False
    return bool((np.ptp((got - wanted).reshape(len(wanted), -1), axis=1) <= 2 * atol).all())


def _factor(got: np.ndarray, wanted: np.ndarray, atol: float) -> float | None:
    at = np.abs(wanted).argmax()
    if not wanted.flat[at] or not got.flat[at]:
        return None
    factor = float(got.flat[at] / wanted.flat[at])
    return factor if (np.abs(got - factor * wanted) <= atol * max(1.0, abs(factor))).all() else None


def _all_close(numbers: Iterable[float | None]) -> bool:
    return bool(np.ptp(np.array(list(numbers), dtype=float)) < 1e-4)
