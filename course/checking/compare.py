"""Decide whether an answer is right: both sides are plain data, so an answer cannot claim to equal anything.

Used by `check` on public cases and by the referee on hidden ones.  Needs NumPy only, never torch.
"""

from dataclasses import dataclass

import numpy as np

EPS32 = 2.0**-23  # float32's machine epsilon


@dataclass(frozen=True)
class Verdict:
    """Passed or not, and why not.  `reason` names shapes and kinds, never a value."""

    passed: bool
    reason: str = ""


PASSED = Verdict(True)


def fair_tolerance(*factors):
    """Return the largest error a correct float32 implementation may make: 8 eps ||X|| ||K||.

    Loops, unfold, FFT, SVD and einsum all stay below 1.2 eps ||X|| ||K||; bfloat16 does not.

    >>> round(fair_tolerance([[3.0, 4.0]], [[1.0]]) / EPS32, 6)
    40.0
    """
    product = 8 * EPS32
    for factor in factors:
        product *= float(np.linalg.norm(np.asarray(factor, dtype=float)))
    return product


def to_array(plain):
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
            size = int(np.prod(array["shape"])) if array["shape"] else 1
            if len(array["data"]) != size:
                return None
            return np.asarray(array["data"], dtype=float).reshape(array["shape"])
    for kind in ("list", "tuple"):
        if kind in plain:
            parts = [to_array(item) for item in plain[kind]]
            if any(part is None for part in parts) or len({part.shape for part in parts}) > 1:
                return None
            return np.asarray(parts, dtype=float)
    return None


def name_of(plain):
    """Return in words what kind of thing plain data is, for messages.

    >>> name_of({"tensor": {"dtype": "float32", "shape": [2, 3], "data": []}})
    'a tensor of shape (2, 3)'
    """
    if plain is None:
        return "None"
    if not isinstance(plain, dict):
        return f"a {type(plain).__name__}"
    (kind,) = plain
    if kind in ("tensor", "ndarray"):
        noun = "a tensor" if kind == "tensor" else "a NumPy array"
        return f"{noun} of shape {_shape(plain[kind]['shape'])}"
    if kind == "too_large":
        return plain[kind]
    if kind == "other":
        return plain[kind]
    return f"a {kind}"


def _shape(shape):
    return str(tuple(shape))


def compare_arrays(actual, expected, atol, *, equal_nan=False):
    """Compare two values given as plain data; `actual` may be a tensor or a NumPy array, never a list.

    >>> one, two = ({"tensor": {"dtype": "float32", "shape": [2], "data": [1.0, x]}} for x in (2.0, 5.0))
    >>> compare_arrays(one, two, atol=1e-6).reason
    '1 of 2 values differ'
    """
    if not isinstance(expected, dict):
        return compare_scalars(actual, expected, atol)
    if actual is None:
        return Verdict(False, "returned None: is there a `return`?")
    if not isinstance(actual, dict) or not ("tensor" in actual or "ndarray" in actual):
        return Verdict(False, f"returned {name_of(actual)}, expected a tensor")
    got = actual.get("tensor") or actual.get("ndarray")
    if "complex" in got["dtype"]:
        return Verdict(False, "returned complex numbers: take the real part")
    want = to_array(expected)
    if list(got["shape"]) != list(want.shape):
        return Verdict(False, f"returned shape {_shape(got['shape'])}, expected {_shape(want.shape)}")
    have = to_array(actual)
    if have is None:
        return Verdict(False, "returned a malformed tensor")
    with np.errstate(invalid="ignore"):
        close = np.abs(have - want) <= atol  # NaN compares false, so it never passes by accident
    close |= have == want  # infinities of the same sign
    if equal_nan:
        close |= np.isnan(have) & np.isnan(want)
    wrong = int(close.size - close.sum())
    if not wrong:
        return PASSED
    if np.isnan(have).any() and not np.isnan(want).any():
        return Verdict(False, f"{int(np.isnan(have).sum())} of {have.size} values are NaN (not a number)")
    return Verdict(False, f"{wrong} of {have.size} values differ")


def compare_scalars(actual, expected, atol):
    """Compare plain scalars: numbers within `atol`, everything else exactly and with its type."""
    if isinstance(actual, dict) and not isinstance(expected, dict):
        array = to_array(actual)
        if array is not None and array.ndim == 0 and isinstance(expected, float):
            actual = float(array)
        elif array is not None and array.ndim == 0 and isinstance(expected, bool) and _dtype(actual) == "bool":
            actual = bool(array)  # `(Y1 - Y2).abs().max() < atol` is a tensor
        else:
            return Verdict(False, f"returned {name_of(actual)}, expected a {type(expected).__name__}")
    numbers = (int, float)
    if isinstance(expected, numbers) and not isinstance(expected, bool):
        if not isinstance(actual, numbers) or isinstance(actual, bool):
            return Verdict(False, f"returned {name_of(actual)}, expected a number")
        if isinstance(expected, int) and not isinstance(actual, int):
            return Verdict(False, "returned a float, expected an int")
        return PASSED if abs(actual - expected) <= atol else Verdict(False, "the number differs")
    if type(actual) is not type(expected):
        return Verdict(False, f"returned {name_of(actual)}, expected {name_of(expected)}")
    return PASSED if actual == expected else Verdict(False, "the value differs")


def _dtype(plain):
    return next(iter(plain.values()))["dtype"]


def compare_answers(answer, expected, case, *, equal_nan=False):
    """Compare all that `measure` observed in one case with what the reference did.

    Exceptions are right when they are the expected type or one derived from it.
    """
    if "raised" in expected:
        wanted = expected["raised"]["type"]
        if "raised" not in answer:
            return Verdict(False, f"did not raise {wanted}")
        if wanted == answer["raised"]["type"] or wanted in answer["raised"]["bases"]:
            return PASSED
        return Verdict(False, f"raised {answer['raised']['type']}, expected {wanted}")
    if "raised" in answer:
        kind = answer["raised"]["type"]
        return Verdict(False, "took too long" if kind == "OutOfTime" else f"raised {kind}")
    for observable in ("parameters", "fresh", "result", "again", "inputs", "gradients"):
        if observable not in expected:
            continue
        if observable not in answer:
            return Verdict(False, "did not get that far")
        verdict = _COMPARE[observable](answer, expected, case, equal_nan)
        if not verdict.passed:
            return verdict
    return PASSED


def _compare_result(answer, expected, case, equal_nan):
    wanted = expected["result"]
    if case.get("any_number") and type(wanted) is int:
        wanted = float(wanted)  # a float accepts an int, or an array of one number, as well
    return compare_arrays(answer["result"], wanted, case["atol"], equal_nan=equal_nan)


def _compare_again(answer, expected, case, equal_nan):
    verdict = compare_arrays(answer["again"], expected["again"], case["atol"], equal_nan=equal_nan)
    return verdict if verdict.passed else Verdict(False, "a second call with the same input gives another result")


def _compare_inputs(answer, expected, case, equal_nan):
    for position, (after, before) in enumerate(zip(answer["inputs"], expected["inputs"], strict=True), start=1):
        largest = max((abs(x) for x in before.get("tensor", {}).get("data", [])), default=0.0)
        # packs keep nine digits, so "the same" allows for the tenth
        if not compare_arrays(after, before, 1e-8 * largest, equal_nan=True).passed:
            return Verdict(False, f"input {position} is changed by the call")
    return PASSED


def _compare_gradients(answer, expected, case, equal_nan):
    gradients = answer["gradients"]
    if isinstance(expected["gradients"], dict) or isinstance(gradients, dict):
        alike = isinstance(gradients, dict) and isinstance(expected["gradients"], dict)
        return PASSED if alike else Verdict(False, "no gradient can flow back through the result")
    if len(gradients) != len(expected["gradients"]):
        return Verdict(False, "a parameter is missing")
    for gradient, wanted in zip(gradients, expected["gradients"], strict=True):
        if (gradient is None) != (wanted is None):
            return Verdict(False, "no gradient reaches one of the inputs or parameters")
        if gradient is not None and not _same_numbers(gradient, wanted, case["gradient_atol"], equal_nan):
            return Verdict(False, "a gradient is wrong")
    return PASSED


def _same_numbers(gradient, wanted, atol, equal_nan):
    """Compare gradients up to axes of size 1, so that a (1, 1, 2, 2) weight is as good as a (2, 2) one."""
    have, want = to_array(gradient), to_array(wanted)
    if have is None or have.size != want.size:
        return False
    close = np.abs(have.ravel() - want.ravel()) <= atol
    if equal_nan:
        close |= np.isnan(have.ravel()) & np.isnan(want.ravel())
    return bool(close.all())


def _compare_parameters(answer, expected, case, equal_nan):
    for name, wanted in expected["parameters"].items():
        if name not in answer["parameters"]:
            return Verdict(False, f"`{name}` is not a registered parameter")
        got = answer["parameters"][name]
        if not got["requires_grad"] and wanted["requires_grad"]:
            return Verdict(False, f"`{name}` does not require a gradient")
        shapes = [list(wanted["shape"]), [1, 1, *wanted["shape"]]]  # (1, 1, h, w) is how nn.Conv2d stores it
        if list(got["shape"]) not in shapes and not (_is_scalar(got["shape"]) and _is_scalar(wanted["shape"])):
            return Verdict(False, f"`{name}` has shape {_shape(got['shape'])}, expected {_shape(wanted['shape'])}")
    return PASSED


def _is_scalar(shape):
    return all(size == 1 for size in shape)


def _compare_fresh(answer, expected, case, equal_nan):
    first, second = (to_array(weight) for weight in answer["fresh"])
    if first is None or second is None or first.shape != second.shape:
        return Verdict(False, "`weight` is not a tensor")
    wanted_to_differ = not np.array_equal(*(to_array(weight) for weight in expected["fresh"]))
    if wanted_to_differ == (not np.array_equal(first, second)):
        return PASSED
    return Verdict(False, "two new layers start with the same weights")


_COMPARE = {
    "result": _compare_result,
    "again": _compare_again,
    "inputs": _compare_inputs,
    "gradients": _compare_gradients,
    "parameters": _compare_parameters,
    "fresh": _compare_fresh,
}
