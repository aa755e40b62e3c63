"""Says a report in words, for a terminal: one screenful."""

import textwrap

from grader.cohort.report.data import ClassReport, StudentReport, TaskFigures

MOST_MISTAKES = 10
MOST_NAMES = 6
WIDTH = 100


def in_words(report: ClassReport) -> str:
    """Return the class report as text."""
    lines = [headline(report), *([report["watched"]] if report["watched"] else []), ""]
    for row in report["tasks"]:
        lines.append("  " + _task(row))
    if report["mistakes"]:
        lines += ["", "The mistakes of this class"]
        for mistake in report["mistakes"][:MOST_MISTAKES]:
            lines.append(
                f"  {mistake['share']:>4.0%}  {mistake['count']:>3}  {mistake['task']}  [{mistake['mistake']}]"
            )
            lines += textwrap.wrap(mistake["sentence"], WIDTH, initial_indent=" " * 13, subsequent_indent=" " * 13)
        more = len(report["mistakes"]) - MOST_MISTAKES
        lines += [f"  and {more} rarer ones (--html FILE, --json)"] if more > 0 else []
    lines += ["", *for_a_person(report)]
    return "\n".join(lines).rstrip()


def headline(report: ClassReport) -> str:
    """Return one line: how many, how well, how final."""
    said = [f"{report['assignment']}: {report['students']} students graded"]
    quartiles = report["scores"]["quartiles"]
    if quartiles:
        low, middle, high = quartiles
        said.append(f"half of them between {low:.0%} and {high:.0%}, median {middle:.0%}")
    if report["before_deadline"]:
        said.append("before the deadline")
    return "; ".join(said)


def for_a_person(report: ClassReport) -> list[str]:
    """Return the lines that say what somebody has to look at."""
    waiting = {row["task"]: row["to_mark_by_hand"] for row in report["tasks"] if row["to_mark_by_hand"]}
    lines = [f"To mark: {count} answers to {task}" for task, count in waiting.items()]
    groups = [
        ("Handed in and not graded yet", report["handed_in_not_graded"]),
        ("Nothing handed in", report["nothing_handed_in"]),
        ("Feedback on arrival: look at `watch --log`", list(report["watched_person"])),
        ("A limit was hit", list(report["limits"])),
        ("Something was odd", list(report["odd"])),
        ("Late", list(report["late"])),
        ("A regrade changed scores", list(report["changes"])),
    ]
    lines += [f"{what}: {len(who)} ({_few(who)})" for what, who in groups if who]
    return lines + [f"Missing: {what}" for what in report["missing"]]


def student_in_words(report: StudentReport) -> str:
    """Return one student's report as text."""
    lines = [f"{report['name']}, {report['assignment']}: {report['said']}", ""]
    for row in report["tasks"]:
        lines.append(f"  {row['task']:<22} {row['points']:>12}  {'' if row['why'] else 'understood'}".rstrip())
        if row["why"]:
            lines += textwrap.wrap(row["why"], WIDTH, initial_indent=" " * 6, subsequent_indent=" " * 6)
    if report["read"]:
        lines += ["", f"To read next: {', '.join(f'section {section}' for section in report['read'])}"]
    return "\n".join(lines + [""] * bool(report["odd"]) + report["odd"])


def _task(row: TaskFigures) -> str:
    share = "   -" if row["mean_share"] is None else f"{row['mean_share']:>4.0%}"
    said = [f"{count} x {name}" for name, count in list(row["mistakes"].items())[:3]]
    said += [f"{len(row['blank'])} blank"] if row["blank"] else []
    said += [f"{row['to_mark_by_hand']} to mark by hand"] if row["to_mark_by_hand"] else []
    if row["tells_apart"].startswith("no"):
        said.append("does not tell students apart")
    return f"{row['task']:<22} {share}  {'; '.join(said)}".rstrip()


def _few(students: list[str]) -> str:
    return ", ".join(students[:MOST_NAMES]) + (", …" if len(students) > MOST_NAMES else "")
