"""What each student has, with the reason: the gradebook's points beside the sentences that grading kept as evidence.

Reads only; runs nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from nbgrader.api import Assignment, BaseCell, Comment, Grade, Gradebook, SubmittedAssignment, SubmittedNotebook

from course.checking.data import EvidenceData, TaskRecord
from grader.cohort.exports.spreadsheets import points
from grader.packs import load_public
from grader.submission.evidence import read_evidence
from grader.tasks import COURSE


@dataclass
class TaskMark:
    """What one graded cell brought: `record` is the evidence of its task, None where there is none."""

    task: str
    score: float
    max_score: float
    to_mark: bool
    record: TaskRecord | None = None
    remark: str = ""  # what a person wrote

    @property
    def why(self) -> str:
        """Say in a student's words why points are missing, or "" where grading did not say."""
        if self.remark:
            return self.remark
        if not self.record:
            return ""
        if self.record["score"] != self.score:
            return "changed by hand"
        if self.record["hints"]:
            return " ".join(self.record["hints"])
        if self.record["note"]:
            return self.record["note"]
        missed = [facet for facet in self.record["facets"] if not facet["passed"]]
        return "; ".join(f"{facet['says']} ({facet['message']})" for facet in missed)

    @property
    def mistake(self) -> str | None:
        """Return the name of the recognised mistake, or None."""
        return self.record["misconception"] if self.record else None


@dataclass
class Mark:
    """What one student has in one assignment; `score` is None where nothing was handed in."""

    student: str
    assignment: str
    max_score: float
    score: float | None = None
    penalty: float = 0.0
    timestamp: datetime | None = None
    tasks: list[TaskMark] = field(default_factory=list)
    evidence: EvidenceData | None = None

    @property
    def oddities(self) -> list[str]:
        """Return what was odd, in words."""
        return list(self.evidence["oddities"]) if self.evidence else []

    @property
    def changes(self) -> list[str]:
        """Return what a regrade changed, in words."""
        return list(self.evidence.get("changes", ())) if self.evidence else []

    @property
    def comment(self) -> str:
        """Say in one line what was lost and why; what a person has still to mark is said first, and is no loss."""
        if self.score is None:
            return "Nothing was handed in."
        waiting = [task for task in self.tasks if task.to_mark]
        said = []
        if waiting:
            names, most = ", ".join(task.task for task in waiting), points(sum(task.max_score for task in waiting))
            said.append(f"Not final: {names} is still to mark, up to {most} points.")
        for task in self.tasks:
            if task.max_score > task.score and not task.to_mark:
                share = f"{points(task.score)} of {points(task.max_score)}"
                said.append(f"{task.task} {share}: {task.why or 'not said why'}")
        if self.penalty:
            said.append(f"Late: {points(self.penalty)} points less")
        ended = (text if text.endswith((".", "!", "?")) else f"{text}." for text in said or ["All points."])
        return " ".join(" ".join(ended).split())


def marks(gradebook: Gradebook, root: Path | str, assignment: str, students: list[str]) -> Iterator[Mark]:
    """Yield the `Mark` of each of `students` in an assignment of an open gradebook, in their order.

    An assignment that is not of this course, or was graded by plain nbgrader, has scores and no sentences.
    """
    tasks = load_public(assignment)["tasks"] if assignment in COURSE else {}  # the tasks themselves would import torch
    known = {entry["cell"]: name for name, entry in tasks.items()}
    order = {name: place for place, name in enumerate(known.values())}
    most = gradebook.find_assignment(assignment).max_score
    handed_in, cells = _handed_in(gradebook, assignment), _cells(gradebook, assignment)
    remarks = _remarks(gradebook, assignment)
    for student in students:
        mark = Mark(student, assignment, most)
        if student in handed_in:
            mark.timestamp, mark.penalty = handed_in[student]
            mark.evidence = read_evidence(root, assignment, student)
            records = mark.evidence["tasks"] if mark.evidence else {}
            for cell, score, max_score, to_mark in cells.get(student, ()):
                name = known.get(cell, cell)
                record, remark = records.get(name), remarks.get((student, name), "")
                mark.tasks.append(TaskMark(name, score or 0.0, max_score or 0.0, bool(to_mark), record, remark))
            mark.tasks.sort(key=lambda task: order.get(task.task, -1))
            mark.score = max(0.0, sum(task.score for task in mark.tasks) - mark.penalty)
        yield mark


def _handed_in(gradebook: Gradebook, assignment: str) -> dict[str, tuple[datetime | None, float]]:
    rows = gradebook.db.query(
        SubmittedAssignment.student_id, SubmittedAssignment.timestamp, SubmittedNotebook.late_submission_penalty
    ).join(SubmittedAssignment.assignment)
    rows = rows.outerjoin(SubmittedAssignment.notebooks).filter(Assignment.name == assignment)
    found: dict[str, tuple[datetime | None, float]] = {}
    for student, timestamp, penalty in rows:
        before = found.get(student, (None, 0.0))
        found[student] = (timestamp, before[1] + (penalty or 0.0))
    return found


def _cells(gradebook: Gradebook, assignment: str) -> dict[str, list[list]]:
    rows = _of_cells(
        gradebook.db.query(SubmittedAssignment.student_id), SubmittedNotebook.grades, Grade.cell, assignment
    )
    found: dict[str, list[list]] = {}
    for student, *cell in rows.add_columns(BaseCell.name, Grade.score, Grade.max_score, Grade.needs_manual_grade):
        found.setdefault(student, []).append(cell)
    return found


def _remarks(gradebook: Gradebook, assignment: str) -> dict[tuple[str, str], str]:
    query = gradebook.db.query(SubmittedAssignment.student_id)
    rows = _of_cells(query, SubmittedNotebook.comments, Comment.cell, assignment)
    rows = rows.filter(Comment.manual_comment.isnot(None)).add_columns(BaseCell.name, Comment.manual_comment)
    return {(student, name): text for student, name, text in rows}


def _of_cells(query: Any, many: Any, one: Any, assignment: str) -> Any:
    query = query.join(SubmittedAssignment.assignment).join(SubmittedAssignment.notebooks)
    return query.join(many).join(one).filter(Assignment.name == assignment)
