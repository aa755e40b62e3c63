"""Task `settings_for_shapes`: paddings and strides that reach four given shapes."""

import numpy as np

from course.checking.compare import Verdict, to_array
from course.checking.data import Plain
from course.checking.plain import as_array
from grader.tasks.model import Facet, Task

TARGETS = {  # (kernel_size, output shape), each on an image of 8x12
    "same size": ((3, 5), (8, 12)),
    "half the size": ((4, 4), (4, 6)),
    "fewer columns": ((3, 3), (8, 3)),
    "larger": ((2, 4), (9, 15)),
}


def judge_settings(plain: Plain) -> dict[str, Verdict]:
    """Every padding and stride that reach the shape are right; the reason says which shape the student's reach."""
    given = dict(plain["dict"]) if isinstance(plain, dict) and "dict" in plain else {}
    return {name: _reaches(given.get(name), *target) for name, target in TARGETS.items()}


def _reaches(entry: Plain, kernel: tuple[int, int], target: tuple[int, int]) -> Verdict:
    entry = dict(entry["dict"]) if isinstance(entry, dict) and "dict" in entry else {}
    padding, stride = _pair(entry.get("padding")), _pair(entry.get("stride"))
    if padding is None or stride is None:
        return Verdict(False, "fill in padding and stride, two whole numbers each")
    if min(padding) < 0 or min(stride) < 1:
        return Verdict(False, "a padding is at least 0 and a stride at least 1")
    shape = []
    for n, k, p, s in zip((8, 12), kernel, padding, stride, strict=True):
        shape.append((n + 2 * p - k) // s + 1 if n + 2 * p >= k else 0)
    if tuple(shape) == target:
        return Verdict(True)
    return Verdict(False, f"these settings give {shape[0]} rows and {shape[1]} columns")


def _pair(plain: Plain) -> tuple[int, ...] | None:
    """Return (rows, columns), from a pair or from one number for both; None for anything but whole numbers."""
    array = to_array(plain)
    if array is None or array.size not in (1, 2) or not np.isfinite(array).all() or (array != np.floor(array)).any():
        return None
    return tuple(int(number) for number in np.resize(array, 2))


def advise_settings(plain: Plain) -> tuple[str, str] | None:
    """Say which usual slip gives every entry that misses its shape; None where none does."""
    given = dict(plain["dict"])
    missed = {name: dict(given[name]["dict"]) for name, said in judge_settings(plain).items() if not said.passed}
    settings = {name: (as_array(e["padding"]), as_array(e["stride"])) for name, e in missed.items()}
    others = {name: dict(given[name]["dict"]) for name in TARGETS if name not in missed}
    right = {name: (as_array(e["padding"]), as_array(e["stride"])) for name, e in others.items()}
    for name, changed, hint in SLIPS:  # seen more than once, and not spoken against by an entry that is right
        everywhere = all(_reaches_with(changed(*both), *TARGETS[entry]) for entry, both in (settings | right).items())
        if len(settings) > 1 and everywhere:
            return name, hint
    if any(float(stride.min()) < 1 for _, stride in settings.values()):
        return "stride_below_one", "A stride is a whole number, 1 or more: only padding makes an image larger."
    shapes = [f'"{name}": {said.reason}' for name, said in judge_settings(plain).items() if not said.passed]
    return "another_shape_reached", f"Count (n + 2p - k) // s + 1 along each axis. {'; '.join(shapes)}."


def _reaches_with(settings: tuple[np.ndarray, np.ndarray], kernel: tuple[int, int], target: tuple[int, int]) -> bool:
    padding, stride = (np.resize(array, 2) for array in settings)
    if (padding < 0).any() or (stride < 1).any() or (padding != np.floor(padding)).any():
        return False
    shape = [(n + 2 * p - k) // s + 1 for n, k, p, s in zip((8, 12), kernel, padding, stride, strict=True)]
    return tuple(int(n) for n in shape) == target


SLIPS = (  # what makes an entry right, and so names what is wrong with it
    (
        "columns_before_rows",
        lambda padding, stride: (np.resize(padding, 2)[::-1], np.resize(stride, 2)[::-1]),
        "Each pair stands the wrong way round: rows come first, then columns.",
    ),
    (
        "padding_of_both_sides",
        lambda padding, stride: (padding / 2, stride),
        "This counts the zeros of both sides together. Here padding is per side: padding p adds 2p rows.",
    ),
    (
        "padding_and_stride_mixed_up",
        lambda padding, stride: (stride, padding),
        "Padding and stride have changed places.",
    ),
)


TASK = Task(
    "settings_for_shapes",
    "value",
    2,
    "4.5",
    facets=tuple(Facet(name, 0.25, f"padding and stride for {name!r}") for name in TARGETS),
    judge=judge_settings,
    advise=advise_settings,
    form={name: None for name in TARGETS},
)
