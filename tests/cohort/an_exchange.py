"""A course folder with an exchange beside it, and students who submit and fetch feedback by nbgrader's own steps."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import nbformat
from nbgrader.auth import Authenticator
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange.default import ExchangeFetchFeedback, ExchangeList, ExchangeSubmit
from nbgrader.utils import capture_log
from traitlets.config import Config

from grader.cohort.watching.journal import now
from grader.gradebook.pipelines import ensure_assignment, open_course, run_step
from grader.places import ROOT
from tests.submissions.build import released

ASSIGNMENT, NOTEBOOK = "1-cross-correlation", "cross-correlation.ipynb"
COURSE = "convolutions"
HOURS = timedelta(hours=1)
CONFIG = """
from pathlib import Path

c = get_config()
c.Exchange.root = str(Path(__file__).parent / "exchange")
c.ExchangeFactory.collect = "deploy.collect.StrictCollect"
c.ExchangeCollect.check_owner = False
{more}
"""


def make_course(root: Path, due: datetime | None = None, exchange: bool = True, more: str = "") -> Path:
    """Make a course folder, with an exchange in which the first assignment is released."""
    root.mkdir(parents=True, exist_ok=True)
    shutil.copytree(ROOT / "source", root / "source")
    if exchange:
        (root / "exchange" / COURSE / "inbound").mkdir(parents=True)
        (root / "exchange").chmod(0o1777)
        (root / "exchange" / COURSE / "inbound").chmod(0o1733)
        shutil.copytree(ROOT / "release" / ASSIGNMENT, root / "exchange" / COURSE / "outbound" / ASSIGNMENT)
        (root / "nbgrader_config.py").write_text(CONFIG.format(more=more))
    elif more:
        (root / "nbgrader_config.py").write_text(f"c = get_config()\n{more}\n")
    ensure_assignment(root, ASSIGNMENT)
    set_due(root, due)
    return root


def set_due(root: Path, due: datetime | None) -> None:
    """Set the due date, in UTC without a zone."""
    with open_course(root).gradebook as gradebook:
        gradebook.update_or_create_assignment(ASSIGNMENT, duedate=due)


def in_hours(hours: float) -> datetime:
    """Return the time so many hours from now."""
    return now() + hours * HOURS


def _step(kind, root, student, **traits):
    home = root / "homes" / student
    home.mkdir(parents=True, exist_ok=True)
    config = Config()
    config.CourseDirectory.root = str(home)
    config.CourseDirectory.course_id, config.CourseDirectory.assignment_id = COURSE, ASSIGNMENT
    config.CourseDirectory.student_id = student
    config.Exchange.root, config.Exchange.cache = str(root / "exchange"), str(home / "cache")
    config.Exchange.assignment_dir = str(home)
    return kind(coursedir=CourseDirectory(config=config), config=config, authenticator=Authenticator(), **traits)


def submit(root: Path, student: str, notebook: nbformat.NotebookNode) -> None:
    """Save a notebook in the student's home and submit it, as the button does."""
    folder = root / "homes" / student / ASSIGNMENT
    folder.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, folder / NOTEBOOK)
    run_step(capture_log, _step(ExchangeSubmit, root, student))


def fetched(root: Path, student: str) -> list[str]:
    """Fetch feedback as the button does; return the pages, by the time of the attempt that each is about."""
    if not (root / "exchange" / COURSE / "feedback").is_dir():
        return []
    run_step(capture_log, _step(ExchangeFetchFeedback, root, student))
    pages = sorted((root / "homes" / student / ASSIGNMENT / "feedback").glob("*/*.html"))
    return [page.read_text(encoding="utf-8") for page in pages]


def listed(root: Path, student: str) -> str:
    """Return what `nbgrader list` tells a student of what was submitted."""
    step = _step(ExchangeList, root, student, cached=True)
    return str(step.start())


def unfinished() -> nbformat.NotebookNode:
    """Return the notebook as it was released."""
    return released(ASSIGNMENT)
