"""Release one student's page of feedback: what has been released can be fetched.

May be done again at any time: a page takes the place of the one before it as a whole.
"""

import filecmp
from pathlib import Path

from nbgrader.utils import notebook_hash

from grader.cohort.watching.exchange import Exchange
from grader.cohort.watching.pages import NoPage, page_of
from grader.gradebook.pipelines import open_course, run_step
from grader.submission.staging import SECRET


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
