"""Tell the instructor what the watcher did: the log, line by line, and a summary for the report."""

from collections import Counter
from pathlib import Path

from grader.cohort.watching import journal as states
from grader.cohort.watching.journal import Line, journals
from grader.errors import printable
from grader.tasks import COURSE

QUIET = (states.LOOKED, states.PAGE)  # needed to go on after a kill, and of no interest to people


def log(root: Path, assignments: list[str], student: str | None = None) -> list[Line]:
    """Return what was done, in the order of time, each line with its assignment and student."""
    names = assignments or [entry.name for entry in COURSE.assignments]
    found = []
    for name in names:
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


def summary(root: Path, assignment: str) -> list[str]:
    """Return lines for the class report; none where nobody has watched."""
    counts: Counter = Counter()
    person = []
    for journal in journals(root, assignment):
        answered = {line["attempt"] for line in journal.released()}
        counts["answered"] += len(answered)
        counts["students"] += bool(answered)
        counts["full"] += bool(journal.released(full=True))
        held = {line["attempt"] or line.get("name") for line in journal.lines if line["state"] == states.HELD}
        counts["held"] += len(held - answered)
        failed = [line for line in journal.lines if line["state"] == states.FAILED]
        if failed and failed[-1]["attempt"] not in answered:
            person.append(f"{journal.student}: {_said(failed[-1])}")
        person += [f"{journal.student}: {_said(line)}" for line in journal.lines if line["state"] == states.REFUSED]
    if not counts and not person:
        return []
    line = f"{counts['answered']} attempts of {counts['students']} students answered as they arrived"
    line += f", {counts['held']} held until the deadline" if counts["held"] else ""
    line += f"; {counts['full']} students have all their scores"
    return [line, *person]
