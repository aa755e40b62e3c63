"""Put one graded notebook after the other into nbgrader's gradebook: the only place that writes to it for a class."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from nbgrader.apps.api import NbGraderAPI
from nbgrader.utils import capture_log

from course.checking.data import EvidenceData
from grader.gradebook.entering import ClassGradebook, EnterRun
from grader.gradebook.pipelines import run_step
from grader.gradebook.reading import marks_by_hand
from grader.submission.evidence import (
    evidence_of,
    evidence_path,
    forget_traceback,
    keep_traceback,
    read_evidence,
    write_evidence,
)
from grader.submission.faults import Failure
from grader.submission.run import Run
from grader.submission.staging import Staged


@dataclass
class Result:
    """What happened to one student: graded now or before, or failed, and what was odd."""

    student: str
    status: str  # "graded", "unchanged", "failed"
    oddities: list = field(default_factory=list)
    changes: list = field(default_factory=list)
    error: str = ""


def write(
    root: Path, assignment: str, student: str, run: Run | str, api: NbGraderAPI, gradebook: ClassGradebook
) -> Result:
    """Write a `Run`, or in words why there is none, into the open `ClassGradebook`, and return the `Result`."""
    if isinstance(run, str):
        return Result(student, "failed", error=keep_traceback(root, assignment, student, run))
    before = read_evidence(root, assignment, student)
    damaged = before is None and evidence_path(root, assignment, student).exists()
    replaced = before and before.get("submission") not in (None, run.staged.fingerprint)
    try:
        by_hand = marks_by_hand(root, assignment, student) if replaced else {}
        if before:
            write_evidence(root, {**before, "submission": None})  # until this grade is in the gradebook
        run_step(_enter, api, assignment, student, run.staged, gradebook)
        gradebook.keep()
        after = evidence_of(assignment, student, run.grades, run.graded_by, run.oddities, run.isolation)
        after["oddities"] = [*run.staged.oddities, *after["oddities"]]
        if damaged:
            after["oddities"].append(
                "the evidence of an earlier grade could not be read: graded as if for the first time"
            )
        if before:
            after["lateness"] = before.get("lateness")  # until it is settled what has changed
        after["marked_late"] = run.staged.marked_late
        after["submission"] = run.staged.fingerprint  # written last: it says that the gradebook has this grade
        changes = _changes(before, after)
        if before and replaced:
            changes = [_what_was_replaced(before, after, run.staged.handed_in), *changes, *by_hand]
        # a regrade that changes nothing does not make the last change unseen
        after["changes"] = changes or (before.get("changes", []) if before else [])
        write_evidence(root, after)
        forget_traceback(root, assignment, student)
    except Exception as error:  # whatever it is, it must not end the grading of the others
        gradebook.forget()
        return Result(student, "failed", error=keep_traceback(root, assignment, student, Failure.of(error)))
    return Result(student, "graded", after["oddities"], changes)


def _what_was_replaced(before: EvidenceData, after: EvidenceData, time: datetime | None) -> str:
    """Say that another submission was graded this time, and what that makes of the points given automatically."""
    old, new = (sum(task["score"] for task in entry["tasks"].values()) for entry in (before, after))
    when = f" of {time.isoformat(' ', 'minutes')} UTC" if time else ""
    return f"the submission{when} takes the place of the one graded before: {old:g} -> {new:g} points, prose aside"


def _enter(api: NbGraderAPI, assignment: str, student: str, staged: Staged, gradebook: ClassGradebook) -> str:
    """Do what nbgrader's `api.autograde` does, with `EnterRun`."""
    api.coursedir.assignment_id, api.coursedir.student_id = assignment, student
    app = EnterRun(coursedir=api.coursedir, parent=api, notebook=staged.notebook, student=student, gradebook=gradebook)
    app.handed_in = staged.handed_in
    app.force = app.create_student = True
    return capture_log(app)


def _changes(before: EvidenceData | None, after: EvidenceData) -> list[str]:
    """Say in words which tasks' scores a regrade changed, and why it may have."""
    if not before:
        return []
    reasons = [
        name
        for name, key in (("the cases", "pack"), ("the grader", "grader"), ("the submission", "submission"))
        if before.get(key) != after.get(key)
    ]
    why = f" ({' and '.join(reasons)} changed)" if reasons else ""
    changes = []
    for name, task in after["tasks"].items():
        old = before["tasks"].get(name)
        if old and old["score"] != task["score"]:
            changes.append(f"{name}: {old['score']:g} -> {task['score']:g}{why}")
    return changes
