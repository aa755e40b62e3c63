"""Name the mistake: find the known misconceptions whose outputs explain a wrong answer.

A misconception is known by what it outputs for the same inputs, never by how its code looks.
"""

import numpy as np

from course.checking.compare import compare_answers, to_array


def explain(answers, task, failed):
    """Return the misconceptions that explain the `failed` cases, the one that explains most first.

    `answers` is what `measure` returned for each case; `task` is the task's entry in a case pack; `failed` the
    set of indices of wrong answers.  A misconception's stored answer is None in a case that it gets right, so
    such a case says nothing.
    """
    candidates = []
    for misconception in task.get("misconceptions", []):
        cases = _agreement(answers, task, misconception["answers"])
        if cases:
            candidates.append((misconception, cases))
    found = []
    left = set(failed)
    while candidates:
        # prefer the one that explains most of what is left; of two, the one that predicts no failure elsewhere
        misconception, cases = max(candidates, key=lambda found: len(found[1] & left))
        if not cases & left:
            break
        found.append(misconception)
        left -= cases
        candidates = [(m, c) for m, c in candidates if m is not misconception]
    # what explains only a corner of the damage would mislead
    return found if 2 * len(left) < len(failed) else []


def _agreement(answers, task, predicted):
    """Return the cases in which the answers are what a misconception predicts; empty if any contradicts it.

    An exception where the misconception returns a result says nothing: it may be a second mistake.  At least
    half of the predictions must come true.
    """
    agreeing = set()
    predictions = 0
    quadruples = zip(task["cases"], task["expected"], answers, predicted, strict=True)
    for index, (case, expected, answer, prediction) in enumerate(quadruples):
        if prediction is None:
            continue
        predictions += 1
        if answer is None or ("raised" in answer and "raised" not in prediction):
            continue
        coarser = case | {"atol": case["atol"] * _times_larger(prediction, expected)}
        if not compare_answers(answer, prediction, coarser, equal_nan=True).passed:
            return set()
        agreeing.add(index)
    return agreeing if 2 * len(agreeing) >= predictions else set()


def _times_larger(prediction, expected):
    """Return how many times larger the wrong numbers are than the right ones, at least 1: so much less exact."""
    sizes = []
    for answer in (prediction, expected):
        array = to_array(answer.get("result"))
        sizes.append(0.0 if array is None else float(np.abs(array[np.isfinite(array)]).max(initial=0)))
    return max(1.0, sizes[0] / sizes[1]) if sizes[1] else 1.0
