"""Measure what is committed so that every processor gets it to the last digit.

In float32 another order of adding, or a fused multiplication, changes the last digits, and so does another processor.
So each public answer is computed twice, in float32 and in float64.  Where both agree, no number was rounded, and none
can differ elsewhere.  Where they do not, the float64 number is kept, to nine digits; it is off by some 1e-15 of itself,
and must not lie so near to the middle between two nine-digit numbers that this could matter.
"""

import copy
import math
from collections.abc import Callable

import torch

from course.checking.data import AnswerData, CaseData, Plain
from course.checking.measure import measure
from grader.errors import UserError

DIGITS = 9
MARGIN = 1e-3  # of the ninth digit: a million times the rounding error of float64
APART = 1e-5  # of a number, between float32 and float64: more is no rounding, but other arithmetic


class NotReproducible(UserError):
    """A number that is to be committed might be another one on another processor."""


def reproducible(made: Callable[..., object], case: CaseData) -> AnswerData:
    """Return what `made` does with the inputs of a case, in numbers that no processor computes otherwise.

    Raises:
        NotReproducible: some number depends on how it was rounded; the message says which.
    """
    again = copy.deepcopy(made)  # one that keeps something from call to call starts from the same
    single = measure(made, case)
    double = measure(_in_double(again, case["how"]), _doubled(case))
    return _merged(single, double)


def _in_double(made: Callable[..., object], how: str) -> Callable[..., object]:
    if how == "module":
        return lambda *args: _double(made(*args))
    return lambda *args, **kwargs: made(*map(_double, args), **kwargs)


def _double(value: Plain) -> Plain:
    return value.double() if isinstance(value, torch.nn.Module) else value


def _doubled(plain: Plain) -> Plain:
    """Return plain data in which float32 tensors are float64."""
    if isinstance(plain, dict):
        return {key: "float64" if plain[key] == "float32" else _doubled(plain[key]) for key in plain}
    return [_doubled(item) for item in plain] if isinstance(plain, list) else plain


def _merged(single: Plain, double: Plain) -> Plain:
    """Return `single` with the numbers of `double` where these are not the same."""
    if isinstance(single, dict):
        others = double if isinstance(double, dict) else {}
        return {key: value if key == "dtype" else _merged(value, others.get(key)) for key, value in single.items()}
    if isinstance(single, list):
        if not isinstance(double, list) or len(single) != len(double):
            return _unless_it_holds_numbers(single)
        return [_merged(one, other) for one, other in zip(single, double, strict=True)]
    if isinstance(single, float) and isinstance(double, float):
        return single if single == double or single != single else _kept(single, double)
    return _unless_it_holds_numbers(single)


def _unless_it_holds_numbers(single: Plain) -> Plain:
    numbers = _numbers(single)
    if numbers:
        raise NotReproducible(f"float32 gives {numbers[0]:g} where float64 gives no number")
    return single


def _numbers(plain: Plain) -> list[float]:
    if isinstance(plain, float):
        return [plain]
    items = plain.values() if isinstance(plain, dict) else plain if isinstance(plain, list) else []
    return [number for item in items for number in _numbers(item)]


def _kept(single: Plain, double: Plain) -> Plain:
    if not abs(single - double) <= APART * max(1.0, abs(double)):
        raise NotReproducible(f"{single!r} in float32 is {double!r} in float64: more than rounding")
    unit = 10.0 ** (math.floor(math.log10(abs(double))) + 1 - DIGITS) if double else 1.0
    if abs(abs(double) / unit % 1 - 0.5) < MARGIN:
        raise NotReproducible(f"{double!r} lies in the middle between two numbers of {DIGITS} digits")
    return double
