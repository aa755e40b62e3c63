"""Recognise slips in what came back, where nothing was raised by accident: its form, and the order of arguments.

A slip is named only where the answer itself shows it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from course.checking.compare import CALLS_DISAGREE, Verdict
from course.checking.data import AnswerData, CaseData, Raised
from course.checking.plain import Plain, is_whole_number, kind_of, name_of, numbers_in, to_array


@dataclass(frozen=True)
class Slip:
    """A recognised slip: its name, for reports, and what to tell the student."""

    name: str
    hint: str


def slip_of_form(answer: AnswerData, expected: AnswerData, case: CaseData) -> Slip | None:
    """Return the slip that a wrong answer to one case shows by its form, or None."""
    if answer.get("not_a_module", "NoneType") != "NoneType":  # None is what an empty stub returns
        return Slip("plain_class", "The class has to be derived from `nn.Module`: `class Conv2D(nn.Module):`.")
    if "raised" in answer:
        return _refusal(answer["raised"], expected)
    if "raised" in expected:
        kind = expected["raised"]["type"]
        if _is_exception(answer.get("result")):
            said = f"The error is handed back, as a result. To refuse an input, raise it: `raise {kind}(...)`."
            return Slip("error_returned", said)
        return Slip("not_refused", f"This input has to be refused with a {kind}, and it is not: {case['name']}.")
    if "result" not in answer or "result" not in expected:
        return None
    if type(expected["result"]) is int and _is_float(answer["result"], expected["result"]):
        return Slip(
            "float_result",
            "The number is right, but it is a float, and an int is due. Is it divided by `/`, or a float added?",
        )
    if type(expected["result"]) is bool and len(numbers_in(answer["result"])) > 1:
        said = "One True or False is asked for, and here are several. Of those in a tensor: all of them, `.all()`?"
        return Slip("many_truth_values", said)
    if type(expected["result"]) is int and kind_of(answer["result"]) in ("list", "tuple", "dict", "str"):
        return Slip(
            "several_for_a_number", f"One number is asked for, and what comes back is {name_of(answer['result'])}."
        )
    if kind_of(expected["result"]) not in ("tensor", "ndarray"):
        return None
    if kind_of(answer["result"]) == "other":
        said = f"What comes back is {name_of(answer['result'])}, and a tensor is wanted"
        return Slip("another_kind", f"{said}: a layer, for one, holds its numbers in `.weight`.")
    got, wanted = to_array(answer["result"]), to_array(expected["result"])
    if got is None or wanted is None or got.size != wanted.size or not _same_numbers(got, wanted, case["atol"]):
        return None
    if kind_of(answer["result"]) in ("list", "tuple"):
        kind = kind_of(answer["result"])
        return Slip(
            f"{kind}_returned",
            f"The numbers are right, but they come as a {kind}. Make a tensor of them: `torch.stack` for tensors, "
            "`torch.tensor` for numbers.",
        )
    if got.ndim > wanted.ndim:
        return Slip(
            "axes_left",
            f"The numbers are right, but the result has {got.ndim} axes instead of {wanted.ndim}. Take off those that "
            "were put in front, with `[0, 0]` or `[0]`.",
        )
    if got.ndim < wanted.ndim:
        return Slip("axes_missing", f"The numbers are right, but the result has {got.ndim} of {wanted.ndim} axes.")
    return None


def _is_exception(plain: Plain) -> bool:
    return isinstance(plain, dict) and str(plain.get("other", "")).endswith(("Error", "Exception"))


def _is_float(got: Plain, wanted: int) -> bool:
    array = got if isinstance(got, float) else to_array(got) if kind_of(got) in ("tensor", "ndarray") else None
    return array is not None and np.size(array) == 1 and not is_whole_number(got) and bool(np.all(array == wanted))


def _refusal(raised: Raised, expected: AnswerData) -> Slip | None:
    if not raised.get("refused") or "must derive from BaseException" in raised.get("text", ""):
        return None
    if raised["type"] == "NotImplementedError" and "raised" not in expected:
        return Slip("not_written", "This line says that it is not written yet: write your own lines in its place.")
    if "raised" in expected:
        wanted = expected["raised"]["type"]
        return Slip("another_exception", f"To refuse this is right, but with a {wanted}, not with `{raised['type']}`.")
    return Slip("refuses_what_fits", "Your own `raise` or `assert` refuses this input, for which a result is due.")


def _same_numbers(got: np.ndarray, wanted: np.ndarray, atol: float) -> bool:
    squeezed = [n for n in got.shape if n != 1] == [n for n in wanted.shape if n != 1]
    return squeezed and bool(np.all(np.abs(got.ravel() - wanted.ravel()) <= atol))


def slip_of_nothing(answers: Sequence[AnswerData | None], shown: int) -> Slip | None:
    """Return the slip of a function that returns None for the case `shown`, though it does something, or None.

    Where it never does anything, it may not be written yet.
    """
    if not _returns_none(answers[shown]) or all(answer is None or _returns_none(answer) for answer in answers):
        return None
    return Slip("nothing_returned", "None comes back here: is there a `return` on this way through the function?")


def _returns_none(answer: AnswerData | None) -> bool:
    return answer is not None and "result" in answer and answer["result"] is None


def slip_of_calls(verdicts: Sequence[Verdict]) -> Slip | None:
    """Return the slip of an object that answers the same input differently, or None."""
    if CALLS_DISAGREE not in verdicts:
        return None
    said = "Two calls with the same input give different results: something is drawn, or changed, while it computes."
    return Slip("calls_disagree", said)


def slip_of_arguments(signature: Sequence[str] | None, cases: Sequence[CaseData]) -> Slip | None:
    """Return the slip of a function whose arguments stand in another order than the task says, or None.

    Looked at are those that some case gives by their places: where all are given by name, the order does not matter.
    """
    names = max((case.get("names", []) for case in cases), key=len)
    given = list(signature or ())[: len(names)]
    if given != names and sorted(given) == sorted(names) and len(names) > 1:
        return Slip(
            "arguments_in_another_order",
            f"The arguments stand in the order ({', '.join(given)}); the task says ({', '.join(names)}).",
        )
    return None
