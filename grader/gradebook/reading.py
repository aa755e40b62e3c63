"""Read nbgrader's gradebook: the canonical export that two runs are compared by, and the table that people read."""

from collections.abc import Iterable
from pathlib import Path
from typing import TypedDict, cast

from nbgrader.api import Assignment, BaseCell, Grade, Student, SubmittedAssignment, SubmittedNotebook

from course.checking.data import TaskRecord
from grader.gradebook.lateness import in_words, lateness
from grader.gradebook.pipelines import open_course
from grader.packs import load_public
from grader.submission.evidence import read_evidence


class Points(TypedDict):
    """What the gradebook says of one graded cell."""

    score: float
    max_score: float
    needs_manual_grade: bool


COLUMNS = tuple(Points.__annotations__)


def export(root: Path | str, assignment: str) -> dict[str, dict[str, Points]]:
    """Return {student: {task: {"score", "max_score", "needs_manual_grade"}}}, sorted, without nbgrader's random ids."""
    tasks = load_public(assignment)["tasks"]
    names = {task["cell"]: name for name, task in tasks.items()}
    with open_course(root).gradebook as gradebook:
        handed_in = gradebook.db.query(SubmittedAssignment.student_id).join(SubmittedAssignment.assignment)
        rows = (
            handed_in.join(SubmittedAssignment.notebooks)
            .join(SubmittedNotebook.grades)
            .join(Grade.cell)
            .add_columns(BaseCell.name, Grade.score, Grade.max_score, Grade.needs_manual_grade)
        )
        found: dict[str, dict[str, Points]] = {
            student: {} for (student,) in handed_in.filter(Assignment.name == assignment)
        }
        for student, cell, *grade in rows.filter(Assignment.name == assignment):
            if cell in names:
                found.setdefault(student, {})[names[cell]] = cast(Points, dict(zip(COLUMNS, grade, strict=True)))
    return {
        student: {name: grades[name] for name in tasks if name in grades} for student, grades in sorted(found.items())
    }


def marks_by_hand(root: Path | str, assignment: str, student: str) -> list[str]:
    """Return one line for each mark that a person gave to the submission that is graded now."""
    names = {task["cell"]: name for name, task in load_public(assignment)["tasks"].items()}
    with open_course(root).gradebook as gradebook:
        rows = (
            gradebook.db.query(BaseCell.name, Grade.manual_score, Grade.extra_credit)
            .join(Grade.cell)
            .join(Grade.notebook)
            .join(SubmittedNotebook.assignment)
            .join(SubmittedAssignment.assignment)
            .filter(Assignment.name == assignment, SubmittedAssignment.student_id == student)
        )
        found = [(names.get(cell, cell), score, extra or 0) for cell, score, extra in rows]
    return [
        f"{name}: {'' if score is None else f'{score:g} points '}{f'and {extra:g} extra ' if extra else ''}"
        "given by hand, for the submission before: kept, look again"
        for name, score, extra in found
        if score is not None or extra
    ]


def table(root: Path | str, assignment: str, lost_points: bool = True) -> str:
    """Return the gradebook as text: students by tasks, and below it each lost point with its reason in words."""
    scores = export(root, assignment)
    tasks = load_public(assignment)["tasks"]
    late = {student: entry for student, entry in lateness(Path(root), assignment).items() if entry.seconds_late > 0}
    width = max((len(student) for student in scores), default=8)
    head = " " * width + "".join(f"  {_short(name)}" for name in tasks) + ("    late" if late else "") + "   total"
    lines = [head]
    for student, grades in scores.items():
        cells = [_cell(grades.get(name), len(_short(name))) for name in tasks]
        penalty = late[student].penalty if student in late else 0.0
        total = max(0.0, sum(grade["score"] for grade in grades.values()) - penalty)
        cost = f"{-penalty:8.2f}" if student in late else " " * 8 if late else ""
        lines.append(f"{student:<{width}}" + "".join(f"  {cell}" for cell in cells) + cost + f"{total:8.2f}")
    best = sum(task["points"] for task in tasks.values())
    points = "".join(f"  {task['points']:>{len(_short(name))}g}" for name, task in tasks.items())
    lines.append(f"{'of':<{width}}" + points + (" " * 8 if late else "") + f"{best:8.2f}")
    if any(grade["needs_manual_grade"] for grades in scores.values() for grade in grades.values()):
        lines.append("?  a written answer that a person has to mark")
    lines += ["", *(f"{student}  {in_words(entry)}" for student, entry in late.items())] if late else []
    return "\n".join(lines + ([""] + reasons(root, assignment, scores) if lost_points else []))


def reasons(root: Path | str, assignment: str, scores: Iterable[str]) -> list[str]:
    """Return one line for each lost point: who, which task, how much, and the recognised mistake."""
    lines = []
    for student in scores:
        evidence = read_evidence(root, assignment, student)
        for name, task in (evidence["tasks"] if evidence else {}).items():
            lost = task["max_score"] - task["score"]
            if lost > 0:
                lines.append(f"{student}  {name}  -{lost:g}  {_reason(task)}")
    return lines


def _reason(task: TaskRecord) -> str:
    if task["hints"]:
        return f"[{task['misconception']}] {' '.join(task['hints'])}"
    if task["note"]:
        return task["note"]
    missed = [f"{facet['says']} ({facet['message']})" for facet in task["facets"] if not facet["passed"]]
    return "; ".join(missed)


def _short(name: str) -> str:
    return name if len(name) <= 12 else name[:11] + "…"


def _cell(grade: Points | None, width: int) -> str:
    if grade is None:
        return "-".rjust(width)
    return ("?" if grade["needs_manual_grade"] else f"{grade['score']:g}").rjust(width)


def students_of(root: Path) -> list[Student]:
    """Return the students that the gradebook knows, by id, no longer bound to it."""
    with open_course(root).gradebook as gradebook:
        students = list(gradebook.students)
        gradebook.db.expunge_all()
    return students
