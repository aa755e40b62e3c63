"""Name the mistake: find the known misconceptions whose outputs explain a wrong answer.

A misconception is known by what it outputs for the same inputs, never by how its code looks.
"""

from course.compare import compare_answers


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
    for index, (case, answer, prediction) in enumerate(zip(task["cases"], answers, predicted, strict=True)):
        if prediction is None:
            continue
        predictions += 1
        if answer is None or ("raised" in answer and "raised" not in prediction):
            continue
        if not compare_answers(answer, prediction, case, equal_nan=True).passed:
            return set()
        agreeing.add(index)
    return agreeing if 2 * len(agreeing) >= predictions else set()
