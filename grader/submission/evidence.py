"""What stands behind each grade, for an appeal: versions, the seed's fingerprint, isolation, facets, oddities."""

import contextlib
import functools
import json
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

import course
from course.checking.data import EvidenceData, GradedBy
from grader.packs.reading import fingerprint
from grader.places import ROOT, private_folder, write_json
from grader.verdict.grade import TaskGrade

PACKAGES = ("torch", "numpy", "nbgrader", "ipykernel")


@functools.cache
def environment_versions() -> dict[str, str]:
    """Return the versions of Python and of the packages that a result may depend on."""
    return {"python": platform.python_version()} | {name: metadata.version(name) for name in PACKAGES}


@functools.cache
def grader_version() -> str:
    """Return a fingerprint of the grader's own code, which changes when a grade might."""
    files = sorted([*(ROOT / "grader").rglob("*.py"), *Path(course.__file__).parent.rglob("*.py")])
    return fingerprint("\n".join(path.read_text(encoding="utf-8") for path in files))


def evidence_of(
    assignment: str, student: str, grades: Sequence[TaskGrade], graded_by: GradedBy, oddities: list[str], isolation: str
) -> EvidenceData:
    """Return the evidence for one submission."""
    return {
        "assignment": assignment,
        "student": student,
        "graded_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "grader": grader_version(),
        **graded_by,
        "environment": environment_versions(),
        "isolation": isolation,
        "oddities": oddities,
        "tasks": {grade.task: grade.as_record() for grade in grades},
    }


def write_evidence(root: Path, evidence: EvidenceData) -> None:
    """Write the evidence for one submission to its place."""
    write_json(evidence_path(root, evidence["assignment"], evidence["student"]), evidence)


def evidence_path(root: Path | str, assignment: str, student: str) -> Path:
    """Return where the evidence for one submission is kept."""
    return private_folder(root, "evidence", assignment) / f"{student}.json"


def read_evidence(root: Path | str, assignment: str, student: str) -> EvidenceData | None:
    """Return the evidence for one submission, or None when it was never graded, or a full disk left half a file."""
    try:
        found = json.loads(evidence_path(root, assignment, student).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError, RecursionError):
        return None
    whole = isinstance(found, dict) and isinstance(found.get("tasks"), dict) and isinstance(found.get("oddities"), list)
    return found if whole else None


def traceback_path(root: Path, assignment: str, student: str) -> Path:
    """Return where the traceback of a submission that could not be graded is kept."""
    return private_folder(root, "evidence", assignment) / f"{student}.traceback.txt"


def keep_traceback(root: Path, assignment: str, student: str, failure: str) -> str:
    """Keep the traceback of a failure with the evidence, and return what to say: the line, and where the rest is."""
    text = getattr(failure, "traceback", "")
    if not text:
        return failure
    with contextlib.suppress(OSError):  # a full disk has no room for it, either
        path = traceback_path(root, assignment, student)
        path.write_text(text, encoding="utf-8", errors="backslashreplace")
        return f"{failure} (traceback: {path.relative_to(root)})"
    return failure


def forget_traceback(root: Path, assignment: str, student: str) -> None:
    """Remove what was kept when this submission could not be graded: now it is."""
    traceback_path(root, assignment, student).unlink(missing_ok=True)
