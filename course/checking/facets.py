"""Decide which facets of a task an object earns: each looks at what it announces, and one mistake costs once.

Shared by `check` on public cases and by the referee on hidden ones.
"""

import math
from collections.abc import Callable, Sequence
from typing import cast

from course.checking.compare import PASSED, Verdict, compare_answers, compare_arrays, without
from course.checking.data import AnswerData, CaseData, MistakeData, PackEntry
from course.checking.diagnose import agrees
from course.checking.plain import Plain, kind_of, numbers_in, to_array

NO_ANSWER = Verdict(False, "no answer came back")
NOTHING_RIGHT = "it counts only together with a right result"


def case_verdicts(pack: PackEntry, answers: Sequence[AnswerData | None]) -> list[Verdict]:
    """Return for each case whether its answer is the right one; answers may be missing, or of any form at all."""
    padded = [*answers[: len(pack["cases"])], *[None] * (len(pack["cases"]) - len(answers))]
    return [_verdict(*triple) for triple in zip(padded, pack["expected"], pack["cases"], strict=True)]


def _verdict(answer: AnswerData | None, expected: AnswerData, case: CaseData) -> Verdict:
    if answer is None:
        return NO_ANSWER
    try:
        return compare_answers(answer, expected, case)
    except Exception:  # the answer is the student's data
        return Verdict(False, "a malformed answer came back")


def facet_verdicts(
    pack: PackEntry, answers: Sequence[AnswerData | None], verdicts: Sequence[Verdict], tell: Callable[[str], str] = str
) -> dict[str, Verdict]:
    """Return {facet name: verdict}; `tell` takes out of a case's reason what may not be told.

    A facet passes where all its cases are right, or are what a known mistake makes of them that is not about this
    facet (see `carried`).  A facet about form, such as "the result is an int", pays only where some result is right
    or a mistake is carried: a constant earns nothing.
    """
    mistake, follows = carried(pack, answers, verdicts)
    pays = bool(mistake) or _some_result_is_right(pack, answers, verdicts)
    found = {}
    for facet in pack["facets"]:
        own = [i for i, case in enumerate(pack["cases"]) if case["facet"] == facet["name"]]
        wrong = [i for i in own if not verdicts[i].passed and i not in follows]
        if wrong or not own:
            found[facet["name"]] = Verdict(False, _in_words(verdicts, own, wrong, tell))
        elif facet.get("form") and not pays:
            found[facet["name"]] = Verdict(False, NOTHING_RIGHT)
        else:
            found[facet["name"]] = PASSED
    return found


def _in_words(verdicts: Sequence[Verdict], own: list[int], wrong: list[int], tell: Callable[[str], str]) -> str:
    if not own:
        return "there is no case for it"
    seen = tell(verdicts[wrong[0]].reason)
    if len(own) == 1:
        return seen
    return f"{len(wrong)} of {len(own)} cases {'is' if len(wrong) == 1 else 'are'} wrong: {seen}"


# -- error carried forward ---------------------------------------------------------------------------------------


def carried(
    pack: PackEntry, answers: Sequence[AnswerData | None], verdicts: Sequence[Verdict]
) -> tuple[MistakeData | None, set[int]]:
    """Return the known mistake whose outputs these are, case for case, or None, and the cases that it carries.

    In the facets about values each result has to be what one mistake gives, a number at least once.  Exceptions, and
    outputs that are the same for every input, are never carried.
    """
    best: tuple[MistakeData | None, set[int]] = None, set()
    if all(verdict.passed for verdict in verdicts) or _is_constant(pack, answers):
        return best
    for mistake in pack.get("misconceptions", []):
        facets = {*value_facets(pack), *mistake.get("about", [])}
        own = [i for i, case in enumerate(pack["cases"]) if case["facet"] in facets]
        if _is_of(mistake, pack, answers, verdicts, own):
            follows = _follows(pack, answers, mistake)
            if best[0] is None or len(follows) > len(best[1]):
                best = mistake, follows
    return best


def _is_of(
    mistake: MistakeData,
    pack: PackEntry,
    answers: Sequence[AnswerData | None],
    verdicts: Sequence[Verdict],
    own: list[int],
) -> bool:
    """Are the answers to the cases `own` those of this mistake, all of them?"""
    evidence = False
    for i in own:
        answer, predicted, expected = _at(answers, i), mistake["answers"][i], pack["expected"][i]
        if predicted is None:
            if not verdicts[i].passed:
                return False
        elif answer is None or not agrees(answer, predicted, expected, pack["cases"][i]):
            if answer is None or not pack["cases"][i].get("by_chance"):
                return False
        else:
            # what holds no number, as an array that was never filled, anybody can return
            evidence |= not verdicts[i].passed and any(map(math.isfinite, numbers_in(predicted.get("result"))))
    return evidence


def _follows(pack: PackEntry, answers: Sequence[AnswerData | None], mistake: MistakeData) -> set[int]:
    """Return the cases that are right but for the mistake: it is not about their facet.

    Where it does not say what it is about, the form of what it gives has to be right there.
    """
    costs, said = set(mistake.get("about") or value_facets(pack)), bool(mistake.get("about"))
    follows = set()
    for i, (case, expected, predicted) in enumerate(
        zip(pack["cases"], pack["expected"], mistake["answers"], strict=True)
    ):
        answer = _at(answers, i)
        if case["facet"] in costs or predicted is None or answer is None or "raised" in predicted:
            continue
        if agrees(answer, predicted, expected, case) and (said or _form_is_right(predicted, expected, case)):
            follows.add(i)
    return follows


def value_facets(pack: PackEntry) -> list[str]:
    """Return the names of the facets that are about values: what a mistake costs that does not say what it is about."""
    return [facet["name"] for facet in pack["facets"] if not facet.get("form")]


def _form_is_right(predicted: AnswerData, expected: AnswerData, case: CaseData) -> bool:
    """Are only the numbers of a mistaken answer wrong: those of its result and of its gradients?"""
    if "raised" in expected:
        return False
    rest = without(expected, "result", "gradients")
    if not compare_answers(cast(AnswerData, {key: predicted.get(key) for key in rest}), rest, case).passed:
        return False
    if "result" in expected and _is_array(predicted["result"]) != _is_array(expected["result"]):
        return False
    if "gradients" in expected:
        gradients = predicted["gradients"]
        if isinstance(gradients, dict) or [g is None for g in gradients] != [g is None for g in expected["gradients"]]:
            return False
    return True


def _is_array(plain: Plain) -> bool:
    return kind_of(plain) in ("tensor", "ndarray")


# -- what a form is worth ----------------------------------------------------------------------------------------


def _some_result_is_right(pack: PackEntry, answers: Sequence[AnswerData | None], verdicts: Sequence[Verdict]) -> bool:
    right = any(v.passed and "result" in expected for v, expected in zip(verdicts, pack["expected"], strict=True))
    return right and not _is_constant(pack, answers)


def _is_constant(pack: PackEntry, answers: Sequence[AnswerData | None]) -> bool:
    """Is the result the same for every input, although the right one is not?"""
    seen = [(_at(answers, i), expected) for i, expected in enumerate(pack["expected"]) if "result" in expected]
    given = [answer["result"] for answer, _ in seen if isinstance(answer, dict) and "result" in answer]
    right = [expected["result"] for _, expected in seen]
    # where every right result is one number repeated, as in a box blur, so is that of an honest mistake
    repeated = any(len(numbers_in(r)) > 1 for r in right) and all(len(set(numbers_in(r))) == 1 for r in right)
    return len(given) > 1 and _all_alike(given, repeated) and not _all_alike(right)


def _all_alike(results: list[Plain], repeated: bool = False) -> bool:
    if not repeated and len({number for result in results for number in numbers_in(result)}) <= 1:
        return True
    first = results[0]
    if to_array(first) is None:
        return all(result == first for result in results)
    return all(compare_arrays(result, first, 0.0, equal_nan=True).passed for result in results)


def _at(answers: Sequence[AnswerData | None], index: int) -> AnswerData | None:
    return answers[index] if index < len(answers) else None
