"""Say who was late by which deadline, and see that each late penalty is what the configured rule gives now.

nbgrader computes a penalty only when it grades; a due date, an extension, a rule or a mark given later changes it, too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from nbgrader.api import Assignment, Gradebook, Student, SubmittedAssignment
from nbgrader.plugins import BasePlugin
from nbgrader.preprocessors import AssignLatePenalties
from traitlets import Float

from course.checking.data import EvidenceData, LatenessRecord
from grader.errors import UserError
from grader.gradebook.pipelines import load_config, open_course
from grader.submission.attempts import Deadlines
from grader.submission.evidence import read_evidence, write_evidence


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


WHY = {  # what may change a penalty, in words
    "handed_in": "the time of handing in",
    "due": "the due date",
    "extension": "the extension",
    "rule": "the penalty rule",
    "score": "the score",
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


def penalty_rule(root: Path) -> tuple[BasePlugin, str]:
    """Return the configured rule for penalties, and a line that names it with its settings."""
    step = AssignLatePenalties(config=load_config(Path(root)))
    step.init_plugin()
    rule = step.plugin_inst
    settings = ", ".join(f"{name}={getattr(rule, name)!r}" for name in sorted(rule.trait_names(config=True)))
    return rule, f"{type(rule).__name__}({settings})"


def lateness(root: Path, assignment: str) -> dict[str, Lateness]:
    """Return {student: Lateness} for all who are graded, as the gradebook has it."""
    with open_course(root).gradebook as gradebook:
        return {found.student: found for found, _ in _found(gradebook, assignment)}


def _found(gradebook: Gradebook, assignment: str) -> Iterator[tuple[Lateness, Any]]:
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


def settle_penalties(root: Path, assignment: str, students: Iterable[str]) -> dict[str, list[str]]:
    """Bring each penalty to what the rule gives now; return {student: what changed, in words}.

    What it depends on is kept with the evidence, so that the reason can be named.
    """
    rule, rule_in_words = penalty_rule(root)
    wanted = set(students)
    changes = {}
    now = []
    with open_course(root).gradebook as gradebook:
        for found, notebook in _found(gradebook, assignment):
            if found.student not in wanted:
                continue
            penalty = _penalty(rule, found)
            if abs(penalty - found.penalty) > 1e-9:
                notebook.late_submission_penalty = penalty or None
            now.append(Lateness(**(vars(found) | {"penalty": penalty})))
        gradebook.db.commit()
    for found in now:
        evidence = read_evidence(root, assignment, found.student)
        if evidence is None:
            continue
        before, after = evidence.get("lateness"), found.as_record(rule_in_words)
        if before != after:
            settled: EvidenceData = {**evidence, "lateness": after}
            write_evidence(root, settled)
        changes[found.student] = _changes(before, after)
    return changes


def _penalty(rule: Any, found: Lateness) -> float:
    """Return what nbgrader would take off, within what can be taken."""
    if found.seconds_late <= 0:
        return 0.0
    penalty = rule.late_submission_penalty(found.student, found.score, found.seconds_late)
    return min(max(penalty or 0.0, 0.0), max(found.score, 0.0))


def _changes(before: LatenessRecord | None, after: LatenessRecord) -> list[str]:
    if not before or abs(before["penalty"] - after["penalty"]) < 1e-9:
        return []
    reasons = [words for key, words in WHY.items() if before.get(key) != after.get(key)]
    why = f" ({' and '.join(reasons)} changed)" if reasons else ""
    return [f"late penalty: {before['penalty']:g} -> {after['penalty']:g}{why}"]


def in_words(found: Lateness) -> str:
    """Return how late a submission was and what that costs, or "" for one that was not late."""
    if found.seconds_late <= 0:
        return ""
    minutes = int(found.seconds_late // 60)
    parts = ((minutes // 1440, "d"), (minutes // 60 % 24, "h"), (minutes % 60, "min"))
    span = " ".join(f"{number} {unit}" for number, unit in parts if number) or f"{found.seconds_late:.0f} s"
    cost = f"-{found.penalty:g}" if found.penalty else "no penalty is configured, or it is 0"
    return f"late by {span}: {cost}"


def students_of(root: Path) -> list[Student]:
    """Return the students that the gradebook knows, by id, no longer bound to it."""
    with open_course(root).gradebook as gradebook:
        students = list(gradebook.students)
        gradebook.db.expunge_all()
    return students
