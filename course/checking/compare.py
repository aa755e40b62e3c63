"""Decide whether an answer is right: both sides are plain data, so an answer cannot claim to equal anything.

Used by `check` on public cases and by the referee on hidden ones.  Needs NumPy only, never torch.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np

from course.checking.data import AnswerData, CaseData
from course.checking.plain import Plain, as_array, is_whole_number, kind_of, name_of, to_array

EPS32 = 2.0**-23  # float32's machine epsilon


@dataclass(frozen=True)
class Verdict:
    """Passed or not, and why not.  `reason` names shapes and kinds, never a value."""

    passed: bool
    reason: str = ""


PASSED = Verdict(True)
CALLS_DISAGREE = Verdict(False, "a second call with the same input gives another result")


def fair_tolerance(*factors: object) -> float:
    """Return the largest error a correct float32 implementation may make: 8 eps ||X|| ||K||.

    Loops, unfold, FFT, SVD and einsum all stay below 1.2 eps ||X|| ||K||; bfloat16 does not.

    >>> round(fair_tolerance([[3.0, 4.0]], [[1.0]]) / EPS32, 6)
    40.0
    """
    product = 8 * EPS32
    for factor in factors:
        product *= float(np.linalg.norm(np.asarray(factor, dtype=float)))
    return product


def compare_arrays(actual: Plain, expected: Plain, atol: float, *, equal_nan: bool = False) -> Verdict:
    """Compare two values given as plain data; `actual` may be a tensor or a NumPy array, never a list.

    >>> one, two = ({"tensor": {"dtype": "float32", "shape": [2], "data": [1.0, x]}} for x in (2.0, 5.0))
    >>> compare_arrays(one, two, atol=1e-6).reason
    '1 of 2 values differs'
    """
    if not isinstance(expected, dict):
        return compare_scalars(actual, expected, atol)
    if actual is None:
        return Verdict(False, "returned None: is there a `return`?")
    if not isinstance(actual, dict) or not ("tensor" in actual or "ndarray" in actual):
        return Verdict(False, f"returned {name_of(actual)}, expected a tensor")
    got = actual["tensor"] if "tensor" in actual else actual["ndarray"]
    if "complex" in got["dtype"]:
        return Verdict(False, "returned complex numbers: take the real part")
    want = as_array(expected)
    if list(got["shape"]) != list(want.shape):
        alone = "" if got["shape"] else ", a single number"
        return Verdict(False, f"returned shape {tuple(got['shape'])}{alone}, expected {want.shape}")
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
        lost = int(np.isnan(have).sum())
        return Verdict(False, f"{lost} of {have.size} values {'is' if lost == 1 else 'are'} NaN (not a number)")
    return Verdict(False, f"{wrong} of {have.size} values differ{'s' if wrong == 1 else ''}")


def compare_scalars(actual: Plain, expected: Plain, atol: float) -> Verdict:
    """Compare plain scalars: numbers within `atol`, everything else exactly and with its type.

    Where a whole number is expected, NumPy's integers and an integer tensor without axes are as good as an int.
    """
    if isinstance(actual, dict) and not isinstance(expected, dict):
        alone = _without_axes(actual, expected)
        if alone is None:
            return Verdict(False, f"returned {name_of(actual)}, expected {_wanted(expected)}")
        actual = alone
    numbers = (int, float)
    if isinstance(expected, numbers) and not isinstance(expected, bool):
        if not isinstance(actual, numbers) or isinstance(actual, bool):
            return Verdict(False, f"returned {name_of(actual)}, expected {_wanted(expected)}")
        if isinstance(expected, int) and not isinstance(actual, int):
            return Verdict(False, "returned a float, expected a whole number (an int)")
        return PASSED if abs(actual - expected) <= atol else Verdict(False, "the number differs")
    if type(actual) is not type(expected):
        return Verdict(False, f"returned {name_of(actual)}, expected {_wanted(expected)}")
    return PASSED if actual == expected else Verdict(False, "the value differs")


def _without_axes(actual: dict, expected: Plain) -> bool | int | float | None:
    """Return the one value of an array without axes, if its kind is the expected one."""
    array = to_array(actual)
    if array is None or array.ndim or kind_of(actual) not in ("tensor", "ndarray"):
        return None
    if isinstance(expected, bool):  # `(Y1 - Y2).abs().max() < atol` is a tensor
        return bool(array) if actual[kind_of(actual)]["dtype"] == "bool" else None
    if isinstance(expected, (int, float)):
        return int(array) if is_whole_number(actual) else float(array)
    return None


def _wanted(expected: Plain) -> str:
    if isinstance(expected, bool):
        return "True or False"
    if isinstance(expected, (int, float)):
        return "a number" if isinstance(expected, float) else "a whole number (an int)"
    return name_of(expected)


def compare_answers(answer: AnswerData, expected: AnswerData, case: CaseData, *, equal_nan: bool = False) -> Verdict:
    """Compare all that `measure` observed in one case with what the reference did.

    Exceptions are right when they are the expected type or one derived from it.
    """
    if "raised" in expected:
        wanted = expected["raised"]["type"]
        if "raised" not in answer:
            return Verdict(False, f"did not raise {wanted}")
        if wanted == answer["raised"]["type"] or wanted in answer["raised"]["bases"]:
            return PASSED
        return _raised_instead(answer["raised"]["type"], wanted)
    if "raised" in answer:
        return _raised_instead(answer["raised"]["type"], "a result")
    if "not_a_module" in answer:
        return Verdict(False, "an object of this class is not an `nn.Module`")
    for observable in OBSERVABLES:
        if observable not in expected:
            continue
        if observable not in answer:
            return Verdict(False, "did not get that far")
        verdict = _COMPARE[observable](answer, expected, case, equal_nan)
        if not verdict.passed:
            return verdict
    return PASSED


def without(answer: AnswerData, *observables: str) -> AnswerData:
    """Return an answer as if these had not been looked at."""
    return cast(AnswerData, {key: value for key, value in answer.items() if key not in observables})


def _raised_instead(kind: str, wanted: str) -> Verdict:
    return Verdict(False, "took too long" if kind == "OutOfTime" else f"raised {kind}, expected {wanted}")


def _compare_result(answer: AnswerData, expected: AnswerData, case: CaseData, equal_nan: bool) -> Verdict:
    wanted = expected["result"]
    if case.get("any_number") and type(wanted) is int:
        wanted = float(wanted)  # a float accepts an int, or an array of one number, as well
    return compare_arrays(answer["result"], wanted, case["atol"], equal_nan=equal_nan)


def _compare_kind(answer: AnswerData, expected: AnswerData, case: CaseData, equal_nan: bool) -> Verdict:
    got, wanted = answer["kind"], expected["kind"]
    if is_whole_number(wanted):
        reason = f"returned {name_of(got)}, expected {_wanted(wanted)}"
        return PASSED if is_whole_number(got) else Verdict(False, reason)
    alike = {"tensor": "array", "ndarray": "array"}
    if alike.get(kind_of(got), kind_of(got)) == alike.get(kind_of(wanted), kind_of(wanted)):
        return PASSED
    return Verdict(False, f"returned {name_of(got)}, expected {_wanted(wanted)}")


def _compare_again(answer: AnswerData, expected: AnswerData, case: CaseData, equal_nan: bool) -> Verdict:
    """Two calls are compared with each other: whether they are right is not the question here."""
    if _calls_agree(answer["again"], case) == _calls_agree(expected["again"], case):
        return PASSED
    return CALLS_DISAGREE


def _calls_agree(calls: list[Plain], case: CaseData) -> bool:
    first, second = calls
    return compare_arrays(second, first, case["atol"], equal_nan=True).passed if to_array(first) is not None else False


def _compare_inputs(answer: AnswerData, expected: AnswerData, case: CaseData, equal_nan: bool) -> Verdict:
    for position, (after, before) in enumerate(zip(answer["inputs"], expected["inputs"], strict=True), start=1):
        largest = max((abs(x) for x in before.get("tensor", {}).get("data", [])), default=0.0)
        # packs keep nine digits, so "the same" allows for the tenth
        if not compare_arrays(after, before, 1e-8 * largest, equal_nan=True).passed:
            return Verdict(False, f"input {position} is changed by the call")
    return PASSED


_CUT = "no gradient can flow back through the result"
_NO_GRADIENTS = {"raised": "`backward` fails"}


def _compare_gradients(answer: AnswerData, expected: AnswerData, case: CaseData, equal_nan: bool) -> Verdict:
    gradients, wanted_ones = answer["gradients"], expected["gradients"]
    if isinstance(wanted_ones, dict) or isinstance(gradients, dict):
        if isinstance(gradients, dict) and isinstance(wanted_ones, dict) and set(gradients) == set(wanted_ones):
            return PASSED  # both cut off, or both failed on the way back
        return Verdict(False, _NO_GRADIENTS.get(next(iter(gradients)) if isinstance(gradients, dict) else "", _CUT))
    if len(gradients) != len(wanted_ones):
        return Verdict(False, "a parameter is missing")
    for gradient, wanted in zip(gradients, wanted_ones, strict=True):
        if (gradient is None) != (wanted is None):
            return Verdict(False, "no gradient reaches one of the inputs or parameters")
        if gradient is not None and not _same_numbers(gradient, wanted, case["gradient_atol"], equal_nan):
            return Verdict(False, "a gradient is wrong")
    return PASSED


def _same_numbers(gradient: Plain, wanted: Plain, atol: float, equal_nan: bool) -> bool:
    """Compare gradients up to axes of size 1, so that a (1, 1, 2, 2) weight is as good as a (2, 2) one."""
    have, want = to_array(gradient), as_array(wanted)
    if have is None or have.size != want.size:
        return False
    close = np.abs(have.ravel() - want.ravel()) <= atol
    if equal_nan:
        close |= np.isnan(have.ravel()) & np.isnan(want.ravel())
    return bool(close.all())


def _compare_parameters(answer: AnswerData, expected: AnswerData, case: CaseData, equal_nan: bool) -> Verdict:
    """Extra parameters are the student's business; of the expected ones, presence, gradient and shape are looked at."""
    for name, wanted in expected["parameters"].items():
        if name not in answer["parameters"]:
            return Verdict(False, f"`{name}` is not a registered parameter")
        got = answer["parameters"][name]
        if not got["requires_grad"] and wanted["requires_grad"]:
            return Verdict(False, f"`{name}` does not require a gradient")
        if wanted["zero"] and not got["zero"]:
            return Verdict(False, f"`{name}` does not start at 0")
        shapes = [list(wanted["shape"]), [1, 1, *wanted["shape"]]]  # (1, 1, h, w) is how nn.Conv2d stores it
        if list(got["shape"]) not in shapes and not (_is_scalar(got["shape"]) and _is_scalar(wanted["shape"])):
            return Verdict(False, f"`{name}` has shape {tuple(got['shape'])}, expected {tuple(wanted['shape'])}")
    return PASSED


def _is_scalar(shape: Sequence[int]) -> bool:
    return all(size == 1 for size in shape)


def _compare_fresh(answer: AnswerData, expected: AnswerData, case: CaseData, equal_nan: bool) -> Verdict:
    first, second = (to_array(weight) for weight in answer["fresh"])
    if first is None or second is None or first.shape != second.shape:
        return Verdict(False, "`weight` is not a tensor")
    one, another = map(as_array, expected["fresh"])
    wanted_to_differ = not np.array_equal(one, another)
    if wanted_to_differ == (not np.array_equal(first, second)):
        return PASSED
    return Verdict(False, "two new layers start with the same weights")


_COMPARE: dict[str, Callable[..., Verdict]] = {
    "parameters": _compare_parameters,
    "fresh": _compare_fresh,
    "kind": _compare_kind,
    "result": _compare_result,
    "again": _compare_again,
    "inputs": _compare_inputs,
    "gradients": _compare_gradients,
}
OBSERVABLES = tuple(_COMPARE)
