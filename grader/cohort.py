"""Grade a class: one submission after the other, each finished before the next, so that a killed run resumes."""

import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from grader.course import PipelineError, ensure_assignment, open_course, run_step, students_with_submissions
from grader.evidence import evidence_path, grader_version, read_evidence
from grader.packs import fingerprint, load_hidden
from grader.private import private_folder, write_json
from grader.staging import fingerprint_folder, stage


@dataclass
class Result:
    """What happened to one student: graded now or before, or failed, and what was odd."""

    student: str
    status: str  # "graded", "unchanged", "failed"
    oddities: list = field(default_factory=list)
    changes: list = field(default_factory=list)
    error: str = ""


def grade_class(root, assignment, students=None, force=False, progress=None):
    """Grade submissions and return a `Result` for each student.

    A submission that was graded before is left alone unless it, the case pack or the grader has changed and `force`
    asks for it.  Marks given by hand stay: nbgrader keeps them apart from automatic ones.
    """
    root = Path(root)
    ensure_assignment(root, assignment)
    students = students or students_with_submissions(root, assignment)
    results = []
    for student in progress(students) if progress else students:
        results.append(_grade_one(root, assignment, student, force))
    return results


def _grade_one(root, assignment, student, force):
    before = read_evidence(root, assignment, student)
    submission = root / "submitted" / student / assignment
    if before and not force and before.get("submission") == fingerprint_folder(submission):
        return Result(student, "unchanged", before["oddities"])
    staging = Path(tempfile.mkdtemp(dir=private_folder(root, "staging")))
    try:
        staged = stage(root, assignment, student, staging / student / assignment)
        api = open_course(root, submitted=str(staging.relative_to(root)))
        run_step(api.autograde, assignment, student, force=True)
        after = read_evidence(root, assignment, student)
        after["oddities"] = [*staged.oddities, *after["oddities"]]
        after["submission"] = staged.fingerprint  # written last: it says that the gradebook has this grade
        write_json(evidence_path(root, assignment, student), after)
        return Result(student, "graded", after["oddities"], _changes(before, after))
    except (PipelineError, OSError) as error:
        return Result(student, "failed", error=str(error))
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _changes(before, after):
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
        old = before["tasks"].get(name, {}).get("score")
        if old is not None and old != task["score"]:
            changes.append(f"{name}: {old:g} -> {task['score']:g}{why}")
    return changes


def versions(assignment):
    """Return the versions that a grade given now would be recorded with."""
    return {"grader": grader_version(), "pack": fingerprint(load_hidden(assignment))}
