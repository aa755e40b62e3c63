"""Counts what a class understood: scores, tasks, mistakes by frequency, what needs a person.  Plain data out."""

import re
import statistics
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np

from grader.cohort.exports.marks import Mark, TaskMark
from grader.cohort.report.data import ClassReport, FacetFigures, MistakeFigures, TaskFigures
from grader.cohort.report.facts import Facts, class_facts

FEWEST = 10  # students, below which nothing is said of how a task tells them apart
TOO_FEW = "too few students to say"
APART, HARDLY = 0.35, 0.15  # correlation of a task with the rest of the assignment
ALL = 1 - 1e-9  # of the points: weights of facets add up to 1 but for rounding
# how the sandbox says that a limit was hit
LIMIT = re.compile(
    r"longer than|seconds|memory|MB|too (much|many|large|long|deep)|more than \d+|killed|stopped|was not graded",
    re.IGNORECASE,
)
UNWRITTEN = re.compile(r"is it written yet|There is no `")


def class_report(root: Path | str, assignment: str, facts: Facts | None = None) -> ClassReport:
    """Return the figures of a class as plain data.

    Of each task: how many students, their mean share of the points among answers that are marked, and the mistakes by
    frequency.  An answer that a person has still to mark counts neither as 0 nor at all.

    Raises:
        NoReport: there is no such folder or assignment.
    """
    facts = facts or class_facts(root, assignment)
    shares = {mark.student: share_of(mark) for mark in facts.marks}
    marked = [share for share in shares.values() if share is not None]
    mistakes = ranked_mistakes(facts)
    return {
        "assignment": facts.assignment,
        "due": facts.due.isoformat() if facts.due else None,
        "before_deadline": facts.before_deadline,
        "students": len(facts.marks),
        "handed_in_not_graded": facts.waiting,
        "nothing_handed_in": facts.absent,
        "not_final": sum(any(task.to_mark for task in mark.tasks) for mark in facts.marks),
        "scores": {
            "of": max((mark.max_score for mark in facts.marks), default=None),
            "mean_share": statistics.fmean(marked) if marked else None,
            "quartiles": [float(q) for q in np.quantile(marked, [0.25, 0.5, 0.75])] if marked else None,
            "shares": shares,
        },
        "tasks": [_task(facts, name, mistakes) for name in task_names(facts)],
        "mistakes": mistakes,
        "late": {mark.student: mark.penalty for mark in facts.marks if mark.penalty},
        "odd": _lines(facts, lambda mark: [line for line in mark.oddities if not LIMIT.search(line)]),
        "limits": _lines(facts, lambda mark: [line for line in mark.oddities if LIMIT.search(line)]),
        "changes": _lines(facts, lambda mark: mark.changes),
        "missing": facts.missing,
        "watched": facts.watched.said,
        "watched_person": facts.watched.person,
    }


def share_of(mark: Mark) -> float | None:
    """Return the share of the points in what has been marked; None where nothing has."""
    done = [task for task in mark.tasks if not task.to_mark]
    most = sum(task.max_score for task in done)
    return max(0.0, sum(task.score for task in done) - mark.penalty) / most if most else None


def task_names(facts: Facts) -> list[str]:
    """Return the tasks in the notebook's order, then graded cells that this version of the course does not have."""
    return list(dict.fromkeys([*facts.tasks, *(task.task for mark in facts.marks for task in mark.tasks)]))


def ranked_mistakes(facts: Facts) -> list[MistakeFigures]:
    """Return the recognised mistakes, the most frequent first, each with its sentence and who holds it."""
    held: dict[tuple[str, str], list[str]] = {}
    sentences: dict[tuple[str, str], Counter[str]] = {}
    for mark in facts.marks:
        for task in mark.tasks:
            record, name = task.record, task.mistake
            if record and name and record["hints"]:
                held.setdefault((task.task, name), []).append(mark.student)
                sentences.setdefault((task.task, name), Counter())[" ".join(record["hints"])] += 1
    ranked = sorted(held, key=lambda key: (-len(held[key]), key))
    return [
        {
            "task": task,
            "mistake": name,
            "sentence": sentences[task, name].most_common(1)[0][0],
            "read": facts.tasks[task]["read"] if task in facts.tasks else "",
            "count": len(held[task, name]),
            "share": len(held[task, name]) / len(facts.marks),
            "students": held[task, name],
        }
        for task, name in ranked
    ]


def is_blank(facts: Facts, student: str, task: TaskMark) -> bool:
    """Was nothing written?  Of code, grading says so; of prose, the released cell is unchanged."""
    written = facts.answers.get(task.task)
    if written is not None:
        return written.get(student) == ""
    record = task.record
    if not record or record["score"]:
        return False
    return bool(UNWRITTEN.search(record["note"])) or all(f["message"] == "not filled in" for f in record["facets"])


def _task(facts: Facts, name: str, mistakes: list[MistakeFigures]) -> TaskFigures:
    entry = facts.tasks.get(name)
    of_each = {mark.student: task for mark in facts.marks for task in mark.tasks if task.task == name}
    shares = {s: task.score / task.max_score for s, task in of_each.items() if not task.to_mark and task.max_score}
    blank = [student for student, task in of_each.items() if is_blank(facts, student, task)]
    wrong = [
        student
        for student, share in shares.items()
        if share < ALL and student not in blank and not of_each[student].mistake
    ]
    correlation = tells_apart(facts, name)
    return {
        "task": name,
        "kind": entry["kind"] if entry else "",
        "points": entry["points"] if entry else max((task.max_score for task in of_each.values()), default=None),
        "read": entry["read"] if entry else "",
        "students": len(of_each),
        "mean_share": statistics.fmean(shares.values()) if shares else None,
        "full": sum(share >= ALL and s not in blank for s, share in shares.items()),
        "part": sum(0 < share < ALL and s not in blank for s, share in shares.items()),
        "none": sum(share <= 0 and s not in blank for s, share in shares.items()),
        "blank": blank,
        "to_mark_by_hand": sum(task.to_mark for task in of_each.values()),
        "correlation": correlation,
        "tells_apart": in_a_word(correlation, shares),
        "unexplained": 0 if entry and entry["kind"] == "text" else len(wrong),
        "facets": _facets(of_each),
        "mistakes": {one["mistake"]: one["count"] for one in mistakes if one["task"] == name},
    }


def _facets(of_each: Mapping[str, TaskMark]) -> list[FacetFigures]:
    passed: Counter[str] = Counter()
    there: Counter[str] = Counter()
    says: dict[str, str] = {}
    for task in of_each.values():
        for facet in task.record["facets"] if task.record else []:
            there[facet["name"]] += 1
            passed[facet["name"]] += facet["passed"]
            says[facet["name"]] = facet["says"]
    return [{"says": says[name], "passed": passed[name] / there[name]} for name in there]


def tells_apart(facts: Facts, name: str) -> float | None:
    """Return the correlation of a task with the rest of the assignment (item-rest), None where it says nothing.

    Source: Crocker and Algina, Introduction to Classical and Modern Test Theory, 1986, chapter 14.
    """
    pairs = []
    for mark in facts.marks:
        done = [task for task in mark.tasks if not task.to_mark and task.max_score]
        rest = [task for task in done if task.task != name]
        mine = [task for task in done if task.task == name]
        if mine and rest:
            pairs.append(
                (mine[0].score / mine[0].max_score, sum(t.score for t in rest) / sum(t.max_score for t in rest))
            )
    if len(pairs) < FEWEST:
        return None
    task, rest = np.array(pairs).T
    if task.std() < 1e-9 or rest.std() < 1e-9:
        return None
    return float(np.corrcoef(task, rest)[0, 1])


def in_a_word(correlation: float | None, shares: Mapping[str, float]) -> str:
    """Say whether a task tells those who understood from those who did not."""
    if correlation is None:
        few = len(shares) < FEWEST
        return TOO_FEW if few else "no: everybody has the same"
    return "yes" if correlation >= APART else "a little" if correlation >= HARDLY else "no"


def _lines(facts: Facts, choose: Callable[[Mark], list[str]]) -> dict[str, list[str]]:
    found = {mark.student: choose(mark) for mark in facts.marks}
    return {student: lines for student, lines in found.items() if lines}
