"""Judge an input that a student chose to expose a bug: run it on the right, the planted and the sibling versions.

The input is plain data by now, so the versions run here, outside the student's kernel.
"""

from collections.abc import Callable, Sequence

import numpy as np

from course.checking.compare import Verdict, fair_tolerance
from course.checking.data import Plain
from course.checking.plain import kind_of, name_of, to_array

LARGEST = 64  # rows or columns; the broken loops are slow
MOST_CHANNELS = 4

Advice = tuple[str, str]  # the name of what hides a bug, and a hint
Reason = tuple[str, Callable[[np.ndarray, np.ndarray], bool], str]  # name, does it hold for X and K, hint
Version = Callable[[np.ndarray, np.ndarray], np.ndarray]
Judge = Callable[[object], dict[str, Verdict]]


def judge_exposing(right: Version, planted: Version, siblings: Sequence[Version], *, axes: int, same: str) -> Judge:
    """Return a judge: plain data of one (X, K) in, a verdict for the facets "planted" and "siblings" out.

    X and K have `axes` axes each: 2 (rows, columns) or 3 (channels in front).  An input exposes a version if its result
    differs from the right one by more than rounding, or if it raises.  `same` tells a student whose input does not
    expose the planted bug what happened.
    """

    def judge(plain: object) -> dict[str, Verdict]:
        pair = _pair(plain, axes)
        if isinstance(pair, str):
            return _both(pair)
        image, kernel = pair
        with np.errstate(over="ignore", invalid="ignore"):
            try:
                expected = right(image, kernel)
            except ValueError as error:
                return _both(f"the right version refuses this input: {error}")
            tolerance = fair_tolerance(image, kernel)
            if not np.isfinite(expected).all() or not np.isfinite(tolerance):
                return _both("the numbers are too large: their products overflow")
            exposed = [_differs(version, image, kernel, expected, tolerance) for version in (planted, *siblings)]
        missed = exposed[1:].count(False)
        reason = f"{missed} of {len(siblings)} other bugs still give the right result" if missed else ""
        return {"planted": Verdict(exposed[0], "" if exposed[0] else same), "siblings": Verdict(not missed, reason)}

    return judge


def advise_exposing(right: Version, reasons: Sequence[Reason], *, axes: int) -> Callable[[object], Advice | None]:
    """Return an adviser: why the plain data of one (X, K) exposes too little.

    Each reason names a property of X and K which alone makes some bug give the right result.
    """

    def advise(plain: object) -> Advice | None:
        pair = _pair(plain, axes)
        if isinstance(pair, str):
            return ("no_pair" if "`return X, K`" in pair else "not_as_asked", f"{pair[0].upper()}{pair[1:]}.")
        image, kernel = pair
        try:
            right(image, kernel)
        except ValueError:
            return _does_not_fit(image, kernel)
        return next(((name, hint) for name, holds, hint in reasons if holds(image, kernel)), None)

    return advise


def _does_not_fit(image: np.ndarray, kernel: np.ndarray) -> Advice:
    if image.ndim == 3 and len(image) != len(kernel):
        return (
            "channels_differ",
            f"X has {len(image)} channels and K {len(kernel)}: each channel has a kernel of its own.",
        )
    if all(k >= n for k, n in zip(kernel.shape[-2:], image.shape[-2:], strict=True)):
        return (
            "pair_in_another_order",
            f"K {kernel.shape[-2:]} is larger than X {image.shape[-2:]}. Choose a smaller one; or are the two returned in "
            "the other order? X, the image, comes first.",
        )
    return (
        "kernel_too_large",
        f"K {kernel.shape[-2:]} has more rows or columns than X {image.shape[-2:]}, so it never fits in.",
    )


def _both(problem: str) -> dict[str, Verdict]:
    return dict.fromkeys(("planted", "siblings"), Verdict(False, problem))


def _pair(plain: Plain, axes: int) -> tuple[np.ndarray, np.ndarray] | str:
    """Return X and K as float64 arrays, or what is wrong with them."""
    items = plain.get("tuple") or plain.get("list") if isinstance(plain, dict) else None
    if not items or len(items) != 2:
        return "return two tensors: `return X, K`"
    for name, item in zip("XK", items, strict=True):
        if kind_of(item) not in ("tensor", "ndarray"):
            return f"{name} is {name_of(item)}, and should be a tensor"
    arrays = []
    for name, item in zip("XK", items, strict=True):
        array = to_array(item)
        if array is None or array.ndim != axes:
            return f"{name} is not a {axes}-D tensor" + (" (channels, rows, columns)" if axes == 3 else "")
        if not array.size or max(array.shape[-2:]) > LARGEST:
            return f"{name} has shape {array.shape}: between 1 and {LARGEST} rows and columns, please"
        if axes == 3 and array.shape[0] > MOST_CHANNELS:
            return f"{name} has shape {array.shape}: at most {MOST_CHANNELS} channels, please"
        if not np.isfinite(array).all():
            return f"{name} holds NaN or infinity, which differs from everything and so exposes nothing"
        arrays.append(array.astype(np.float64))
    image, kernel = arrays
    return image, kernel


def _differs(version: Version, image: np.ndarray, kernel: np.ndarray, expected: np.ndarray, tolerance: float) -> bool:
    try:
        result = version(image, kernel)
    except Exception:
        return True  # an error shows the bug as well as a wrong number does
    return result.shape != expected.shape or not bool((np.abs(result - expected) <= tolerance).all())
