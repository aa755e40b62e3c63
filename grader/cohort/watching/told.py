"""Tell the instructor what the watcher did: the log, line by line, and a summary for the report."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from grader.cohort.watching import journal as states
from grader.cohort.watching.intake import CLOSED
from grader.cohort.watching.journal import Line, journals
from grader.errors import printable
from grader.tasks import COURSE

QUIET = (states.LOOKED, states.PAGE)  # needed to go on after a kill, and of no interest to people


def log(root: Path, assignments: list[str], student: str | None = None) -> list[Line]:
    """Return what was done, in the order of time, each line with its assignment and student."""
    found = []
    for name in assignments or COURSE.names:
        for journal in journals(root, name):
            if student in (None, journal.student):
                found += [{"assignment": name, "student": journal.student, **line} for line in journal.lines]
    return sorted(found, key=lambda line: line["at"])


def in_words(lines: list[Line]) -> str:
    """Return the log as text, without what only the watcher needs."""
    return "\n".join(
        f"{line['at'][:19].replace('T', ' ')}  {line['student']:<10} {line['assignment']:<22} {_said(line)}"
        for line in lines
        if line["state"] not in QUIET
    )


def _said(line: Line) -> str:
    state = line["state"]
    if state == states.TAKEN:
        return f"taken, handed in {line['handed_in'][:19].replace('T', ' ')}" if line.get("handed_in") else "taken"
    if state == states.GRADING:
        return (
            "grading for the final feedback" if line.get("full") else f"grading, number {line.get('number')} in a day"
        )
    if state == states.GRADED:
        more = [*line.get("changes", []), *(f"odd: {text}" for text in line.get("odd", []))]
        return printable("; ".join(["graded", *more]))
    if state == states.RELEASED:
        what = "all scores" if line.get("full") else "value and test tasks held back"
        return f"feedback {'released' if line.get('to') == 'exchange' else 'is in feedback/'}, {what}"
    if state == states.FAILED:
        error = (line.get("error") or "?").strip().splitlines()[-1]
        return printable(f"FAILED during {line.get('during', 'grading')}: {error}")
    return printable(f"{state}: {line.get('why', '')}")


@dataclass(frozen=True)
class Summary:
    """What the class report says of a watcher: a line, and {student: what a person has to look at}, without ids."""

    said: str = ""
    person: dict[str, list[str]] = field(default_factory=dict)


def summary(root: Path, assignment: str) -> Summary:
    """Return what was done for an assignment; an empty one where nobody has watched."""
    counts: Counter[str] = Counter()
    person: dict[str, list[str]] = {}
    for journal in journals(root, assignment):
        answered = {line["attempt"] for line in journal.released()}
        counts["answered"] += len(answered)
        counts["students"] += bool(answered)
        counts["full"] += bool(journal.released(full=True))
        held = [line for line in journal.lines if line["state"] == states.HELD and line["attempt"] not in answered]
        counts["held"] += len(held)
        lines = ["submissions were refused by the collect rules"] if journal.of(None, states.REFUSED) else []
        failed = [line for line in journal.lines if line["state"] == states.FAILED]
        if failed and failed[-1]["attempt"] not in answered:
            lines.append(f"not answered: it failed during {failed[-1].get('during', 'grading')}")
        if any(CLOSED in line.get("why", "") for line in held):
            lines.append("late work after scores were released: not graded by itself")
        if lines:
            person[journal.student] = lines
    if not counts["answered"] and not counts["held"]:
        return Summary(person=person)
    said = f"{_number(counts['answered'], 'attempt')} of {_number(counts['students'], 'student')} answered on arrival"
    said += f", {counts['held']} held back by the allowance or for being late" if counts["held"] else ""
    return Summary(f"{said}; {_number(counts['full'], 'student')} with all scores released", person)


def _number(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
