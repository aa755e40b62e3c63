"""Read the form in which answers travel, plain data: as numbers, and in words.

Needs NumPy only, never torch: grading processes read what others have computed.
"""

import math

import numpy as np

from course.checking.data import Plain


def to_array(plain: Plain) -> np.ndarray | None:
    """Return plain data as a float64 (or bool) array, or None when it is not an array of numbers.

    >>> to_array({"list": [1, 2.5]})
    array([1. , 2.5])
    """
    if isinstance(plain, (bool, int, float)):
        return np.asarray(plain)
    if not isinstance(plain, dict):
        return None
    for kind in ("tensor", "ndarray"):
        if kind in plain:
            array = plain[kind]
            shape = array["shape"]
            if any(type(size) is not int for size in shape) or len(array["data"]) != math.prod(shape):
                return None
            return np.asarray(array["data"], dtype=float).reshape(shape)
    for kind in ("list", "tuple"):
        if kind in plain:
            parts = [to_array(item) for item in plain[kind]]
            if len({None if part is None else part.shape for part in parts}) > 1:
                return None
            whole = [part for part in parts if part is not None]
            return np.asarray(whole, dtype=float) if len(whole) == len(parts) else None
    return None


def as_array(plain: Plain) -> np.ndarray:
    """Return plain data that must hold numbers as an array.

    Raises:
        ValueError: it holds none.
    """
    array = to_array(plain)
    if array is None:
        raise ValueError(f"{name_of(plain)} holds no numbers")
    return array


def from_lists(value: Plain) -> Plain:
    """Return nested lists or tuples of numbers, or one number, as plain data.

    >>> from_lists([[1, 2]])
    {'list': [{'list': [1, 2]}]}
    """
    if isinstance(value, (list, tuple)):
        return {type(value).__name__: [from_lists(item) for item in value]}
    return value


def kind_of(plain: Plain) -> str:
    """Return which kind of plain data this is: the tag, or the name of its Python type.

    >>> kind_of({"list": [1]}), kind_of(2.5)
    ('list', 'float')
    """
    return next(iter(plain), "dict") if isinstance(plain, dict) else type(plain).__name__


def name_of(plain: Plain) -> str:
    """Return in words what kind of thing plain data is, for messages.

    >>> name_of({"tensor": {"dtype": "float32", "shape": [2, 3], "data": []}}), name_of(3)
    ('a tensor of shape (2, 3)', 'an int')
    """
    if plain is None:
        return "None"
    kind = kind_of(plain)
    if kind in ("tensor", "ndarray"):
        noun = "a tensor" if kind == "tensor" else "a NumPy array"
        shape = tuple(plain[kind]["shape"])
        return f"{noun} of shape {shape}" if shape else f"{noun} without axes"
    if kind in ("too_large", "other"):
        return str(plain[kind])
    if kind == "str":
        return "a text"
    if kind in ("list", "tuple"):
        array = to_array(plain)
        return f"a {kind} of shape {array.shape}" if array is not None and array.size else f"a {kind}"
    return f"an {kind}" if kind[:1] in "aeiou" else f"a {kind}"


def is_whole_number(plain: Plain) -> bool:
    """Is this one integer: an int, or a NumPy integer, or an integer tensor without axes?

    >>> is_whole_number({"tensor": {"dtype": "int64", "shape": [], "data": [3]}}), is_whole_number(3.0)
    (True, False)
    """
    if kind_of(plain) in ("tensor", "ndarray"):
        array = plain[kind_of(plain)]
        return array["shape"] == [] and str(array["dtype"]).removeprefix("u").startswith("int")
    return type(plain) is int


def numbers_in(plain: Plain) -> list[float]:
    """Return all numbers of an array or a scalar as a flat list; empty where there are none."""
    array = to_array(plain)
    return [] if array is None else [float(number) for number in array.ravel()]
