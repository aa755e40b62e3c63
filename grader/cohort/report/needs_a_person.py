"""The part of the class page that is work: what to mark, what was odd, whose limits were hit, who is missing."""

from html import escape

from grader.cohort.report.data import ClassReport
from grader.cohort.report.facts import Facts

MOST_LINES = 20  # shown at once
FEW = 8  # students who are named in the line itself
VERY_FEW = 3  # the same, where they would be the only thing to open


def needs_a_person(facts: Facts, report: ClassReport) -> str:
    """Return what somebody has to look at, and of whom it was said."""
    parts = [
        _to_mark(report),
        _named(facts, "Handed in, not graded yet", report["handed_in_not_graded"]),
        _named(facts, "Handed in nothing", report["nothing_handed_in"]),
        _listed(facts, "Feedback on arrival", report["watched_person"]),
        _listed(facts, "A limit was hit", report["limits"]),
        _listed(facts, "What was odd", report["odd"]),
        _listed(facts, "Late", {student: [f"{points:g} points less"] for student, points in report["late"].items()}),
        _listed(facts, "What a regrade changed", report["changes"]),
    ]
    blanks = {row["task"]: row["blank"] for row in report["tasks"] if row["blank"]}
    if blanks:
        rows = "".join(
            f"<li><code>{escape(task)}</code> {who_they_are(facts, who, '· ', ' who left it blank')}</li>"
            for task, who in blanks.items()
        )
        parts.append(f"<h3>Blank answers</h3><ul>{rows}</ul>")
    return "".join(parts)


def _to_mark(report: ClassReport) -> str:
    rows = [
        f"<li><code>{escape(row['task'])}</code>: {row['to_mark_by_hand']} answers</li>"
        for row in report["tasks"]
        if row["to_mark_by_hand"]
    ]
    return f"<h3>To mark</h3><ul>{''.join(rows)}</ul>" if rows else ""


def _named(facts: Facts, title: str, students: list[str]) -> str:
    if not students:
        return ""
    return f'<h3>{title}: {len(students)}</h3><p class="who">{names(facts, students)}</p>'


def _listed(facts: Facts, title: str, lines: dict[str, list[str]]) -> str:
    """Return what was said of students, each sentence once, with those of whom it was said."""
    if not lines:
        return ""
    of_whom: dict[str, list[str]] = {}
    for student, said in lines.items():
        for line in said:
            of_whom.setdefault(line, []).append(student)
    rows = []
    for line, students in sorted(of_whom.items(), key=lambda entry: -len(entry[1])):
        if len(students) > FEW:
            who = who_they_are(facts, students)
        else:
            who = f'<span class="who quiet"> · {names(facts, students)}</span>'
        rows.append(f"<li>{escape(line)}{who}</li>")
    shown, rest = rows[:MOST_LINES], rows[MOST_LINES:]
    more = f"<details><summary>and {len(rest)} more</summary><ul>{''.join(rest)}</ul></details>" if rest else ""
    return f"<h3>{title}: {len(lines)}</h3><ul>{''.join(shown)}</ul>{more}"


def names(facts: Facts, students: list[str]) -> str:
    """Return their names, each by itself: one that is written from right to left, or says so, turns no other."""
    return ", ".join(f"<bdi>{escape(facts.name(student))}</bdi>" for student in students)


def who_they_are(facts: Facts, students: list[str], few: str = "", many: str = "") -> str:
    """Return their names after `few`, or how many they are, with `many` after it, and the names behind that."""
    if len(students) <= VERY_FEW:
        return f'<span class="who">{few}{names(facts, students)}</span>'
    return f'<details class="who"><summary>{how_many(students)}{many}</summary>{names(facts, students)}</details>'


def how_many(students: list[str]) -> str:
    """Return their number in words."""
    return f"{len(students)} student{'s' if len(students) != 1 else ''}"
