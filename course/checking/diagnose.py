"""Name the mistake: find the known misconceptions whose outputs explain a wrong answer.

A misconception is known by what it outputs for the same inputs, never by how its code looks.  A hint is true or it
is not given: nothing is named without evidence, and nothing against it.
"""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from course.checking.compare import OBSERVABLES, compare_answers, without
from course.checking.data import AnswerData, CaseData, MistakeData, PackEntry
from course.checking.plain import Plain, to_array
from course.checking.two_mistakes import known_pair, mistake_and_relation

MOST_AT_ONCE = 3  # mistakes that are named together


@dataclass(frozen=True)
class Finding:
    """What the answers say about one misconception, as sets of case numbers.

    `covered`: it predicts just this wrong answer; `evidence`: those of them that came back as a number, a missing
    gradient or a refusal of the student's own, not as an accident; `against`: it gets them right and the student not;
    `open`: the student's code raised where it predicts a number.
    """

    misconception: MistakeData
    covered: frozenset[int]
    evidence: frozenset[int]
    against: frozenset[int]
    open: frozenset[int]


def explain(answers: Sequence[AnswerData | None], task: PackEntry, failed: Iterable[int]) -> list[MistakeData]:
    """Return the misconceptions that explain the `failed` cases, the one that explains most first; often none.

    `answers` is what `measure` returned for each case; `task` is the task's entry in a case pack; `failed` the
    indices of wrong answers.  A misconception's stored answer is None in a case that it gets right: a wrong answer
    there speaks against it, unless a second one explains it.  As few as possible are named, and each of them explains
    some case that the others do not.  Last comes what every case shows of two mistakes at once.
    """
    wrong = frozenset(failed)
    findings = [found for found in (_find(answers, task, m, wrong) for m in task.get("misconceptions", [])) if found]
    for count in range(1, MOST_AT_ONCE + 1):
        best = max(
            (group for group in itertools.combinations(findings, count) if _explains(group, wrong)),
            key=lambda group: (len(_union(group, "covered")), len(_union(group, "evidence"))),
            default=(),
        )
        if best:
            return [found.misconception for found in sorted(best, key=lambda found: -len(found.covered))]
    return known_pair(answers, task, agrees) or mistake_and_relation(answers, task, wrong)


def _explains(group: tuple[Finding, ...], wrong: frozenset[int]) -> bool:
    """Do these explain at least half of what is wrong, each something of its own, with nothing against any?"""
    covered = _union(group, "covered")
    if any(found.against - covered for found in group) or 2 * len(covered) < len(wrong):
        return False
    return all(found.evidence - _union([o for o in group if o is not found], "covered") for found in group)


def _union(group: Iterable[Finding], part: str) -> frozenset[int]:
    return frozenset().union(*(getattr(found, part) for found in group))


def _find(
    answers: Sequence[AnswerData | None], task: PackEntry, misconception: MistakeData, wrong: frozenset[int]
) -> Finding | None:
    """Return what the answers say about one misconception, or None if some answer contradicts it."""
    sets: dict[str, set[int]] = {"covered": set(), "evidence": set(), "against": set(), "open": set()}
    quadruples = zip(task["cases"], task["expected"], answers, misconception["answers"], strict=True)
    for index, (case, expected, answer, predicted) in enumerate(quadruples):
        if predicted is None:
            if index in wrong and "raised" not in expected:  # whether bad input is refused is a matter of its own
                sets["against"].add(index)
        elif "raised" in expected and index not in wrong:
            continue  # this one is refused as it should be: a matter of its own, too
        elif answer is None or ("raised" in answer and "raised" not in predicted):
            sets["open"].add(index)  # it may be a second mistake
        elif "raised" in predicted and "raised" not in answer and not predicted["raised"].get("refused"):
            continue  # where our version of the mistake breaks by accident it predicts nothing
        elif "raised" in predicted and _is_empty(answer):
            continue  # what does not fit by this mistake is refused by one, and an empty result of another
        elif not agrees(answer, predicted, expected, case):
            if not case.get("by_chance"):
                return None
            sets["covered"] |= {index} & wrong
        elif index in wrong:
            sets["covered"].add(index)
            if is_evidence(answer, predicted, expected, case):
                sets["evidence"].add(index)
    elsewhere = {
        index
        for index, (expected, predicted) in enumerate(zip(task["expected"], misconception["answers"], strict=True))
        if predicted is not None and "raised" not in expected
    }
    if elsewhere:  # that bad input is not refused may have any reason: such a mistake shows in its numbers
        sets["evidence"] &= elsewhere
    if not sets["evidence"] or len(sets["open"]) > len(sets["covered"]):
        return None
    return Finding(misconception, **{name: frozenset(found) for name, found in sets.items()})


def _is_empty(answer: AnswerData) -> bool:
    array = to_array(answer.get("result"))
    return array is not None and array.size == 0


def is_evidence(answer: AnswerData, predicted: AnswerData, expected: AnswerData, case: CaseData) -> bool:
    """Does a wrong answer that agrees with a prediction speak for it?

    An exception does not: many mistakes end in the same one.  It does where both raise it by a `raise` of their own.
    Nor does a failure on the way back to the gradients, where all else is right.
    """
    if "raised" in predicted:
        return bool(predicted["raised"].get("refused") and answer["raised"].get("refused"))
    if isinstance(predicted.get("gradients"), dict) and "cut" not in predicted["gradients"]:
        return not compare_answers(answer, without(expected, "gradients"), case).passed
    return True


def agrees(answer: AnswerData, predicted: AnswerData, expected: AnswerData, case: CaseData) -> bool:
    """Is this answer what a mistake predicts?  Malformed answers agree with nothing."""
    coarser = case | {"atol": _tolerance(predicted, expected, case["atol"])}
    try:
        if "raised" in answer and "raised" in predicted:
            return answer["raised"]["type"] == predicted["raised"]["type"]
        if any((seen in answer) != (seen in predicted) for seen in (*OBSERVABLES, "not_a_module")):
            return False
        # both ways, because what is only looked for in one of them (a parameter) may be there in the other
        there = compare_answers(answer, predicted, coarser, equal_nan=True).passed
        return there and ("parameters" not in predicted or compare_answers(predicted, answer, coarser).passed)
    except Exception:
        return False


def _tolerance(predicted: AnswerData, expected: AnswerData, atol: float) -> float:
    """Return the error allowed to a mistaken number: as much larger as it is larger than the right one.

    Packs keep nine digits, so it is at least the ninth of the largest.
    """
    wrong, right = (_largest(answer.get("result")) for answer in (predicted, expected))
    return max(atol * max(1.0, wrong / right if right else 1.0), 1e-8 * wrong)


def _largest(plain: Plain) -> float:
    array = to_array(plain)
    return 0.0 if array is None else float(np.abs(array[np.isfinite(array)]).max(initial=0))
