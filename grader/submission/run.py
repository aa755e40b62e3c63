"""Take one submission the whole way: staged, mended, run in the sandbox and judged; nothing is written but the copy."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from course.checking.data import GradedBy
from grader.sandbox.folders import remove
from grader.submission.faults import Failure
from grader.submission.grading import grade_by
from grader.submission.mending import normalize
from grader.submission.releases import basis, count_as_current
from grader.submission.staging import Staged, stage
from grader.tasks import Assignment
from grader.verdict.grade import TaskGrade


@dataclass
class Run:
    """A notebook that has been run and graded; what is left is to write it down."""

    staged: Staged
    grades: list[TaskGrade]
    oddities: list[str]
    isolation: str
    graded_by: GradedBy


def run_submission(
    root: Path, assignment: Assignment, student: str, target: Path, any_release: bool = False, **settings: Any
) -> Run:
    """Stage, mend, run and grade what lies in `submitted/` of `root`; `target` takes the copy.

    With `any_release` it is graded by the tasks of now, whatever release it answers.

    Raises:
        OtherRelease: it answers another release of the course, whose tasks are not here.
    """
    remove(target)  # of an earlier worker that was killed
    staged = stage(root, assignment, student, target)
    notebook = staged.notebook
    if any_release:
        count_as_current(notebook)
    found = basis(notebook, assignment)
    mended = normalize(notebook, found.notebook, staged.beside)
    grades, oddities, isolation = grade_by(found, notebook, target, mended, **settings)
    return Run(staged, grades, oddities, isolation, found.graded_by)


def run_safely(
    root: Path, assignment: Assignment, student: str, target: Path, settings: dict[str, Any]
) -> Run | Failure:
    """Return the `Run` of one submission, or in words why there is none: no student's fate touches another's."""
    try:
        return run_submission(root, assignment, student, target, **settings)
    except Exception as error:
        return Failure.of(error)
