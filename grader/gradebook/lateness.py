"""Who was late by which deadline, with what that costs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from nbgrader.api import Assignment, Gradebook, SubmittedAssignment, SubmittedNotebook
from nbgrader.plugins import BasePlugin
from traitlets import Float

from course.checking.data import LatenessRecord
from grader.errors import UserError
from grader.gradebook.pipelines import open_course
from grader.submission.attempts import Deadlines


class NoDueDate(UserError):
    """Somebody has an extension of a due date that there is not."""


class PerDay(BasePlugin):
    """Takes a share of the score for each day that has begun: `c.AssignLatePenalties.plugin_class` names it."""

    percent = Float(10.0, help="Percent of the score that each day that has begun costs.").tag(config=True)
    grace_minutes = Float(0.0, help="Minutes that cost nothing.").tag(config=True)
    most_percent = Float(100.0, help="Percent that is never exceeded.").tag(config=True)

    def late_submission_penalty(self, student_id: str, score: float, total_seconds_late: float) -> float:
        """Return the points to take off.

        >>> PerDay().late_submission_penalty("s001", 20.0, 90_000)  # a second day has begun
        4.0
        """
        late = total_seconds_late - 60 * self.grace_minutes
        days = max(0, -int(-late // 86_400))
        return score * min(self.percent * days, self.most_percent) / 100


@dataclass(frozen=True)
class Lateness:
    """What the penalty of one submission depends on, and the penalty.  Times are in UTC, without a zone."""

    student: str
    handed_in: datetime | None
    due: datetime | None
    extension: timedelta | None
    seconds_late: float
    score: float
    penalty: float

    def as_record(self, rule: str) -> LatenessRecord:
        """Return what the evidence keeps of it."""
        return {
            "handed_in": self.handed_in.isoformat() if self.handed_in else None,
            "due": self.due.isoformat() if self.due else None,
            "extension": self.extension.total_seconds() if self.extension else 0.0,
            "seconds_late": self.seconds_late,
            "score": self.score,
            "penalty": self.penalty,
            "rule": rule,
        }


def deadlines(root: Path, assignment: str) -> Deadlines:
    """Return the due date and the extensions of an assignment.

    Raises:
        NoDueDate: there are extensions, and no due date that they extend.
    """
    with open_course(root).gradebook as gradebook:
        due = gradebook.db.query(Assignment.duedate).filter(Assignment.name == assignment).scalar()
        rows = (
            gradebook.db.query(SubmittedAssignment.student_id, SubmittedAssignment.extension)
            .join(SubmittedAssignment.assignment)
            .filter(Assignment.name == assignment)
        )
        extensions = {student: extension for student, extension in rows if extension}
    if extensions and due is None:
        raise NoDueDate(
            f"{', '.join(sorted(extensions))}: an extension, but {assignment} has no due date; set one with "
            f'`nbgrader db assignment add {assignment} --duedate="2026-12-04 23:59 UTC"`'
        )
    return Deadlines(due, extensions)


def lateness(root: Path, assignment: str) -> dict[str, Lateness]:
    """Return {student: Lateness} for all who are graded, as the gradebook has it."""
    with open_course(root).gradebook as gradebook:
        return {found.student: found for found, _ in found_late(gradebook, assignment)}


def found_late(gradebook: Gradebook, assignment: str) -> Iterator[tuple[Lateness, SubmittedNotebook]]:
    """Yield (Lateness, nbgrader's entry of the notebook) for each submission that has one."""
    query = gradebook.db.query(SubmittedAssignment).join(SubmittedAssignment.assignment)
    for submission in query.filter(Assignment.name == assignment).order_by(SubmittedAssignment.student_id):
        for notebook in submission.notebooks:
            due, extension = submission.assignment.duedate, submission.extension
            late = submission.total_seconds_late if due is not None else 0.0
            penalty = notebook.late_submission_penalty or 0.0
            yield (
                Lateness(submission.student_id, submission.timestamp, due, extension, late, notebook.score, penalty),
                notebook,
            )


def in_words(found: Lateness) -> str:
    """Return how late a submission was and what that costs, or "" for one that was not late."""
    if found.seconds_late <= 0:
        return ""
    minutes = int(found.seconds_late // 60)
    parts = ((minutes // 1440, "d"), (minutes // 60 % 24, "h"), (minutes % 60, "min"))
    span = " ".join(f"{number} {unit}" for number, unit in parts if number) or f"{found.seconds_late:.0f} s"
    cost = f"-{found.penalty:g}" if found.penalty else "no penalty is configured, or it is 0"
    return f"late by {span}: {cost}"
