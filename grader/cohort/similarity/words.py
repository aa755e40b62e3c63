"""Similar answers in words, for a terminal; the same as plain data."""

from collections.abc import Mapping

from grader.cohort.similarity.comparing import THRESHOLD
from grader.cohort.similarity.ranking import WARNING, Comparison
from grader.errors import printable


def as_json(found: Comparison, called: Mapping[str, str]) -> dict:
    """Return a comparison as plain data; `called` has the name of each student."""
    return {
        "assignment": found.assignment,
        "warning": WARNING,
        "students": found.students,
        "threshold": THRESHOLD,
        "tasks": found.tasks,
        "not_read": not_read(found, called),
        "pairs_left_out": found.left_out,
        "pairs": [
            {
                "students": [called[student] for student in pair.students],
                "tasks": [
                    {"task": t.task, "score": t.score, "words": t.words, "lines": t.lines, "sources": t.sources}
                    for t in pair.tasks
                ],
            }
            for pair in found.pairs
        ],
    }


def in_words(found: Comparison, called: Mapping[str, str]) -> str:
    """Return a comparison as text: the tasks, then one line for each pair."""
    lines = [f"{found.assignment}: {found.students} students", WARNING, ""]
    for task, counts in found.tasks.items():
        lines.append(f"  {task:<20} {in_how_many(counts)}")
    lines.append("")
    for pair in found.pairs:
        alike = ", ".join(f"{task.task} {task.score:.2f}" for task in pair.tasks)
        words = sorted({printable(word) for task in pair.tasks for word in task.words})
        also = f"; only these two have {', '.join(words[:5])}" if words else ""
        lines.append(f"{' and '.join(called[student] for student in pair.students)}: {alike}{also}")
    if not found.pairs:
        lines.append("No two answers are alike beyond what is common.")
    if found.left_out:
        lines.append(f"and {found.left_out} more pairs (--most)")
    lines += [f"not compared: {who}: {printable(why)}" for who, why in not_read(found, called).items()]
    return "\n".join(lines)


def in_how_many(counts: dict[str, int]) -> str:
    """Say how many answers to a task were compared."""
    few = counts["compared"] * 2 < counts["answers"]
    why = "; most are too short, or too close to the lesson, to say anything" if few else ""
    return f"{counts['compared']} of {counts['answers']} answers compared{why}"


def not_read(found: Comparison, called: Mapping[str, str]) -> dict[str, str]:
    """Put the names that are used into {"student" or "student, task": why}."""
    named = {}
    for key, why in found.not_read.items():
        student, comma, task = key.partition(", ")
        named[called.get(student, student) + comma + task] = why
    return named
