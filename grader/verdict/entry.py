"""Decide whether one entry of a student's value is right."""

import numpy as np

from course.checking.compare import Verdict, compare_arrays, compare_scalars
from course.checking.plain import Plain, as_array, from_lists, to_array


def same_value(given: Plain, wanted: Plain, atol: float) -> Verdict:
    """Is one entry right?  Lists, tuples, arrays and tensors are all arrays; axes of size 1 in front do not count."""
    if isinstance(wanted, (list, tuple)):
        array, target = to_array(given), as_array(from_lists(wanted))
        if array is None or array.size != target.size:
            return Verdict(False, "this is not an array of the right form")
        if without_leading_ones(array.shape) != without_leading_ones(target.shape):
            return Verdict(False, "the shape is wrong")
        return compare_arrays(tensor(array.reshape(target.shape)), tensor(target), atol)
    if isinstance(wanted, str) and isinstance(given, str):
        given, wanted = given.strip().lower(), wanted.strip().lower()
    return compare_scalars(given, wanted, atol)


def tensor(array: np.ndarray) -> Plain:
    """Return an array as plain data."""
    return {"tensor": {"dtype": "float64", "shape": list(array.shape), "data": array.ravel().tolist()}}


def without_leading_ones(shape: tuple[int, ...]) -> tuple[int, ...]:
    """A row is a row in (2,) as in (1, 2), but not in (2, 1): that is a column."""
    first = next((i for i, size in enumerate(shape) if size != 1), len(shape))
    return tuple(shape[first:])
