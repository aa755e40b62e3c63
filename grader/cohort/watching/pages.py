"""Make one student's page of feedback, which says what may be said by now.

May be done again at any time: a page takes the place of the one before it as a whole.
"""

from dataclasses import dataclass
from pathlib import Path

from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
from nbgrader.api import Assignment, BaseCell, Grade, SubmittedAssignment, SubmittedNotebook
from nbgrader.apps import NbGraderAPI
from nbgrader.converters import GenerateFeedback
from nbgrader.preprocessors import GetGrades
from nbgrader.utils import capture_log
from traitlets.config import Config

from grader.cohort.watching.disclosure import OnlyWhatMayBeSaid, disclosure, leaks
from grader.cohort.watching.page_exporter import PageExporter
from grader.errors import UserError
from grader.gradebook.pipelines import open_course, run_step
from grader.submission.evidence import read_evidence
from grader.tasks import COURSE


class NoPage(UserError):
    """A page was not made, or not released, although nbgrader said so."""


@dataclass(frozen=True)
class Page:
    """What is asked for: everything, or what may be said before the due date, under a notice."""

    full: bool
    notice: str = ""


def make_page(root: Path, assignment: str, student: str, page: Page) -> None:
    """Generate feedback for one student, as nbgrader does, with only what may be said.

    Raises:
        PipelineError: nbgrader failed.
        NoPage: it left no page, or one that tells too much.
    """
    api = open_course(root)
    api.coursedir.assignment_id, api.coursedir.student_id = assignment, student
    told = disclosure(
        assignment,
        read_evidence(root, assignment, student),
        page.full,
        waiting_for_a_mark(api, assignment, student),
        page.notice,
    )
    step = GenerateFeedback(coursedir=api.coursedir, parent=api)
    step.update_config(Config({"HTMLExporter": {"template_name": "feedback"}}))
    step.force, step.exporter_class = True, PageExporter
    step.preprocessors = [GetGrades, OnlyWhatMayBeSaid(told=told), CSSHTMLHeaderPreprocessor]
    place = page_of(root, assignment, student)
    place.unlink(missing_ok=True)
    log = run_step(capture_log, step)
    if not place.is_file():
        raise NoPage(f"{student}, {assignment}: no feedback was made\n{log}")
    if found := leaks(place.read_text(encoding="utf-8"), told):
        place.unlink()
        raise NoPage(f"{student}, {assignment}: the page would tell of {', '.join(found)} before the due date")


def page_of(root: Path, assignment: str, student: str) -> Path:
    """Return where nbgrader puts a student's page."""
    return COURSE.assignment(assignment).notebook_in(root / "feedback" / student).with_suffix(".html")


def waiting_for_a_mark(api: NbGraderAPI, assignment: str, student: str) -> set[str]:
    """Return the graded cells that a person has still to mark."""
    with api.gradebook as gradebook:
        rows = (
            gradebook.db.query(BaseCell.name)
            .join(Grade, Grade.cell_id == BaseCell.id)
            .join(Grade.notebook)
            .join(SubmittedNotebook.assignment)
            .join(SubmittedAssignment.assignment)
            .filter(
                Assignment.name == assignment,
                SubmittedAssignment.student_id == student,
                Grade.needs_manual_grade.is_(True),
            )
        )
        return {name for (name,) in rows}
