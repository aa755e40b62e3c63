"""Recognise two mistakes at once whose traces lie on top of each other, case for case.

Where each failed case shows one mistake alone, `course.checking.diagnose` sees it; here every result carries both.
"""

from collections.abc import Callable, Iterator, Sequence, Set

import numpy as np

from course.checking.compare import compare_answers
from course.checking.data import AnswerData, MistakeData, PackEntry
from course.checking.plain import as_array, to_array
from course.checking.relations import AFTER_A_MISTAKE, OF_THE_FORM, RELATIONS, holds_for

# relations that hold of many a wrong result, whatever made it
SAY_LITTLE = ("another_order", "numbers_not_alike", "result_too_large")
FEWEST_CASES, FEWEST_NUMBERS = 2, 6  # in how much both must be seen: fewer agree by chance


def known_pair(answers: Sequence[AnswerData | None], task: PackEntry, agrees: Callable[..., bool]) -> list[MistakeData]:
    """Return the two known mistakes that together give these answers, by the pack's `pairs`; often none.

    A pair holds what both together give in some cases, {case: answer}.  All of them have to come back, and nothing
    may have been raised where a result is due.  Where two pairs fit nothing is said.
    """
    due = (answer for answer, expected in zip(answers, task["expected"], strict=True) if "result" in expected)
    if any(answer is None or "raised" in answer for answer in due):
        return []
    fitting = [
        pair["of"]
        for pair in task.get("pairs", [])
        if all(
            answers[int(i)] is not None
            and agrees(answers[int(i)], predicted, task["expected"][int(i)], task["cases"][int(i)])
            for i, predicted in pair["answers"].items()
        )
    ]
    if len(fitting) != 1:
        return []
    by_name = {mistake["name"]: mistake for mistake in task.get("misconceptions", [])}
    both = [by_name[name] for name in fitting[0]]
    return [] if any(_refused_after_all(answers, task, mistake) for mistake in both) else both


def _refused_after_all(answers: Sequence[AnswerData | None], task: PackEntry, mistake: MistakeData) -> bool:
    """Is some input refused as it should be that is not by this mistake?"""
    return any(
        predicted is not None and "raised" in expected and compare_answers(answer, expected, case).passed
        for case, answer, expected, predicted in zip(
            task["cases"], (a or {} for a in answers), task["expected"], mistake["answers"], strict=True
        )
    )


def mistake_and_relation(answers: Sequence[AnswerData | None], task: PackEntry, wrong: Set[int]) -> list[MistakeData]:
    """Return a known mistake, and a relation of the results to what it gives, if one such pair holds throughout.

    A relation is one of those that take away from the numbers, such as lost signs; it speaks only where the mistake
    is seen too.  Where it holds for two mistakes nothing is said.
    """
    if _one_relation_is_enough(answers, task, wrong):
        return []
    found: list[list[MistakeData]] = []
    for mistake in task.get("misconceptions", []):
        pairs = list(_pairs(answers, task, mistake, wrong))
        if (
            len(pairs) < FEWEST_CASES
            or not any(pair[0].size for pair in pairs)
            or sum(pair[1].size for pair in pairs) < FEWEST_NUMBERS
        ):
            continue
        for name, hint, holds in AFTER_A_MISTAKE:
            form_is_wrong = OF_THE_FORM.get(name)
            if form_is_wrong and not all(form_is_wrong(*pair) for pair in _beside_right(answers, task, wrong)):
                continue
            if holds_for(holds, pairs) and _shows_both(holds, answers, task, mistake, wrong):
                found.append([mistake, {"name": name, "hint": hint}])
    return found[0] if len(found) == 1 else []


def _one_relation_is_enough(answers: Sequence[AnswerData | None], task: PackEntry, wrong: Set[int]) -> bool:
    """Does one relation to the right results hold in all that is wrong, so that no mistake is needed beside it?"""
    none: MistakeData = {"name": "", "hint": "", "answers": [None] * len(answers)}
    pairs = list(_pairs(answers, task, none, wrong))
    return bool(pairs) and any(holds_for(holds, pairs) for name, _, holds in RELATIONS if name not in SAY_LITTLE)


def _pairs(
    answers: Sequence[AnswerData | None], task: PackEntry, mistake: MistakeData, wrong: Set[int]
) -> Iterator[tuple[np.ndarray, np.ndarray, float]]:
    """Yield (result, what the mistake gives, tolerance) for the wrong cases; nothing if one cannot be compared."""
    found = []
    for i in sorted(wrong):
        expected = task["expected"][i]
        if "result" not in expected:
            continue
        predicted = mistake["answers"][i] or expected
        read = [to_array(a.get("result")) if isinstance(a, dict) else None for a in (answers[i], predicted)]
        arrays = [array.astype(float) for array in read if array is not None and np.isfinite(array).all()]
        if len(arrays) < len(read):
            return
        got, foretold = arrays
        largest = float(np.abs(foretold).max(initial=1.0))
        found.append((got, foretold, max(task["cases"][i]["atol"], 1e-5 * largest)))
    yield from found


def _beside_right(
    answers: Sequence[AnswerData | None], task: PackEntry, wrong: Set[int]
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Yield (result, right result) for the wrong cases that have both."""
    for i in sorted(wrong):
        got, right = ((side or {}).get("result") for side in (answers[i], task["expected"][i]))
        if got is not None and right is not None:
            yield as_array(got), as_array(right)


def _shows_both(
    holds: Callable[..., bool],
    answers: Sequence[AnswerData | None],
    task: PackEntry,
    mistake: MistakeData,
    wrong: Set[int],
) -> bool:
    """Do two cases show the mistake, in which neither it alone nor the relation alone would do?"""
    seen = 0
    for i in sorted(wrong):
        predicted, expected, case = mistake["answers"][i], task["expected"][i], task["cases"][i]
        if predicted is None or "result" not in predicted or "result" not in expected:
            continue
        results = ((answer or {}).get("result") for answer in (answers[i], expected, predicted))
        got, right, foretold = (as_array(result).astype(float) for result in results)
        alone = holds_for(holds, [(got, right, case["atol"])])
        if not alone and not any(_same_numbers(got, other, case["atol"]) for other in (right, foretold)):
            seen += 1
    return seen >= FEWEST_CASES


def _same_numbers(one: np.ndarray, other: np.ndarray, atol: float) -> bool:
    return one.shape == other.shape and bool((np.abs(one - other) <= atol).all())
