"""Says in a screenful what a run of `grade` did: a summary, what changed, what needs a person."""

from collections import Counter
from pathlib import Path

from grader.cohort.report.facts import Facts, class_facts
from grader.cohort.report.figures import class_report
from grader.cohort.report.words import for_a_person, headline
from grader.gradebook.writer import Result

SMALL = 20  # students whose table still fits on a screen
MOST = 8  # lines of each kind
FEW = 3  # students named in a line
OTHER_WORK = "(the submission changed)"  # of a task, after the line that says so of the whole
BY_HAND = "given by hand"  # such a line is never left out: a mark of a person's may be about another submission


def after_grading(root: Path | str, assignment: str, results: list[Result]) -> str:
    """Return the summary of a run; `python -m grader report` has the rest, and `--verbose` every lost point."""
    facts = class_facts(root, assignment)
    report = class_report(root, assignment, facts)
    done = Counter(result.status for result in results)
    names = {"graded": "graded", "unchanged": "as they were", "failed": "could not be graded"}
    said = ", ".join(f"{done[status]} {words}" for status, words in names.items() if done[status])
    lines = [headline(report), f"This run: {said}."]
    if report["mistakes"]:
        lines += ["", "The most frequent mistakes:"]
        for mistake in report["mistakes"][:3]:
            lines.append(f"  {mistake['share']:>4.0%}  {mistake['task']}: {mistake['sentence']}")
    changes = [f"{result.student}  {line}" for result in results for line in result.changes if OTHER_WORK not in line]
    by_hand = [line for line in changes if BY_HAND in line]
    changes = [line for line in changes if BY_HAND not in line]
    odd = _once_each({result.student: _new_oddities(facts, result) for result in results})
    for title, found in (("What changed:", changes), ("What was odd:", odd)):
        if found:
            lines += ["", title, *found[:MOST]]
            lines += [f"and {len(found) - MOST} more (--verbose)"] if len(found) > MOST else []
    person = by_hand + for_a_person(report | {"changes": {}, "odd": {}})
    if person:
        lines += ["", "What needs a person:", *person]
    lines += ["", f"All of it: --verbose; to look at: python -m grader report {assignment} --html report.html"]
    return "\n".join(lines)


def _once_each(said: dict[str, list[str]]) -> list[str]:
    """Return each sentence once, after those of whom it was said; what was said of the fewest comes first.

    >>> _once_each({"s001": ["renamed", "no time"], "s002": ["no time"]})
    ['s001  renamed', 's001, s002  no time']
    """
    of_whom: dict[str, list[str]] = {}
    for student, lines in said.items():
        for line in dict.fromkeys(lines):
            of_whom.setdefault(line, []).append(student)
    found = []
    for line, students in sorted(of_whom.items(), key=lambda entry: len(entry[1])):
        rest = f" and {len(students) - FEW} more" if len(students) > FEW else ""
        found.append(f"{', '.join(students[:FEW])}{rest}  {line}")
    return found


def _new_oddities(facts: Facts, result: Result) -> list[str]:
    """Return what was odd in this run; of a submission that was left alone, what its evidence does not say already."""
    told = {mark.student: mark.oddities for mark in facts.marks}.get(result.student, [])
    return [line for line in result.oddities if result.status != "unchanged" or line not in told]
