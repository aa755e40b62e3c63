"""Make one student's page of feedback and release it; what has been released can be fetched, and nothing is lost twice.

Both steps may be done again at any time: a page takes the place of the one before it as a whole.
"""

import filecmp
from dataclasses import dataclass
from pathlib import Path

from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
from nbgrader.api import Assignment, BaseCell, Grade, SubmittedAssignment, SubmittedNotebook
from nbgrader.apps import NbGraderAPI
from nbgrader.converters import GenerateFeedback
from nbgrader.preprocessors import GetGrades
from nbgrader.utils import capture_log, notebook_hash
from traitlets.config import Config

from grader.cohort.watching.disclosure import OnlyWhatMayBeSaid, disclosure, leaks
from grader.cohort.watching.exchange import Exchange
from grader.cohort.watching.page_exporter import PageExporter
from grader.errors import UserError
from grader.gradebook.pipelines import open_course, run_step
from grader.submission.evidence import read_evidence
from grader.submission.staging import SECRET
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


def release_page(root: Path, assignment: str, student: str, exchange: Exchange | None) -> str:
    """Release a student's page, and return where to: "exchange", or "feedback/" where it cannot be fetched.

    Raises:
        PipelineError: nbgrader failed.
        NoPage: it left nothing in the exchange.
    """
    page = page_of(root, assignment, student)
    secret = page.with_name(SECRET)
    if exchange is None or not secret.is_file():  # not handed in through the exchange
        return "feedback/"
    log = run_step(open_course(root).release_feedback, assignment, student)
    name = notebook_hash(secret=secret.read_text(encoding="utf-8"), notebook_id=page.stem)
    there = exchange.feedback / f"{name}.html"
    if not there.is_file() or not filecmp.cmp(page, there, shallow=False):
        raise NoPage(f"{student}, {assignment}: the page is not in {exchange.feedback}\n{log}")
    return "exchange"
