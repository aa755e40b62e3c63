"""Answer attempts, some at a time: grade them, make their pages, release them; each step is noted before the next."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from grader.cohort.grading import grade_class
from grader.cohort.watching import journal as states
from grader.cohort.watching.course_folder import CourseFolder
from grader.cohort.watching.notice import notice
from grader.cohort.watching.pages import Page, make_page
from grader.cohort.watching.planning import Work
from grader.cohort.watching.releasing import release_page
from grader.cohort.workers import in_workers
from grader.errors import UserError, printable
from grader.places import private_folder
from grader.sandbox.folders import scratch_folder


def answer(folder: CourseFolder, work: list[Work], stopping: Callable[[], bool]) -> int:
    """Answer all this, as many at a time as there is room for; return how many were released."""
    step = max(1, 2 * folder.settings.jobs)
    answered = 0
    for start in range(0, len(work), step):
        if stopping():
            break
        answered += _answer_some(folder, work[start : start + step])
    return answered


def _answer_some(folder: CourseFolder, batch: list[Work]) -> int:
    for work in batch:
        journal = folder.journal(work.assignment, work.student)
        journal.write(states.GRADING, work.attempt, full=work.full, number=work.number, counts=not work.full)
    graded: list[Work] = []
    for assignment in dict.fromkeys(work.assignment for work in batch):
        graded += _graded(folder, assignment, [work for work in batch if work.assignment == assignment])
    answered = sum(_released(folder, work, error) for work, error in _with_pages(folder, graded))
    gc.unfreeze()  # grading with workers freezes what there is; a process that stays must be able to free it
    return answered


def _graded(folder: CourseFolder, assignment: str, batch: list[Work]) -> list[Work]:
    """Grade, and return what is graded now."""
    settings = folder.settings
    options: dict[str, Any] = {"unconfined": True} if settings.unconfined else {}
    try:
        results = grade_class(folder.root, assignment, [work.student for work in batch], jobs=settings.jobs, **options)
    except (UserError, OSError) as error:  # of the course or the machine, and no student's: it is tried again
        for work in batch:
            journal = folder.journal(assignment, work.student)
            journal.write(states.WAITS, work.attempt, full=work.full, why=printable(f"not graded yet: {error}"))
        raise
    done = []
    for work, result in zip(batch, results, strict=True):
        if result.status == "failed":
            _failed(folder, work, "grading", result.error)
        elif folder.is_graded(assignment, work.student, work.attempt):
            changes, odd = ([printable(line) for line in lines] for lines in (result.changes, result.oddities))
            journal = folder.journal(assignment, work.student)
            journal.write(states.GRADED, work.attempt, full=work.full, changes=changes, odd=odd)
            done.append(work)  # otherwise another attempt has come into its place: the next round sees it
    return done


def _with_pages(folder: CourseFolder, batch: list[Work]) -> Iterator[tuple[Work, str | None]]:
    """Yield each piece of work as its page is made, with what went wrong or None."""
    by_key = {f"{work.student}+{work.assignment}": work for work in batch}
    asked = {key: (folder.root, work.assignment, work.student, _page(folder, work)) for key, work in by_key.items()}
    if len(batch) <= 1 or folder.settings.jobs <= 1:
        for key, arguments in asked.items():
            yield by_key[key], page_safely(*arguments)
        return
    with scratch_folder("pages-", private_folder(folder.root, "staging")) as scratch:
        for key, error in in_workers(page_safely, asked, folder.settings.jobs, scratch):
            yield by_key[key], error


def _page(folder: CourseFolder, work: Work) -> Page:
    if work.full:
        return Page(full=True)
    began = list(folder.journal(work.assignment, work.student).grading_began().values())
    return Page(False, notice(work.number, work.deadline, began, states.now(), folder.settings))


def page_safely(root: Path, assignment: str, student: str, page: Page) -> str | None:
    """Make a page and return None, or in words what went wrong: no student's fate touches another's."""
    try:
        make_page(root, assignment, student, page)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return None


def _released(folder: CourseFolder, work: Work, error: str | None) -> bool:
    """Release a page that was made, and say whether that was done."""
    journal = folder.journal(work.assignment, work.student)
    if error:
        _failed(folder, work, "feedback", error)
        return False
    journal.write(states.PAGE, work.attempt, full=work.full)
    try:
        where = release_page(folder.root, work.assignment, work.student, folder.exchange)
    except Exception as failure:  # one student's page, whatever it is: the others go on
        _failed(folder, work, "release", str(failure))
        return False
    journal.write(states.RELEASED, work.attempt, full=work.full, to=where)
    what = "all scores" if work.full else f"attempt {work.number} of {folder.settings.attempts} in 24 hours"
    to = "released" if where == "exchange" else "is in feedback/ (it came without an exchange: hand it out)"
    folder.say(f"{work.student}, {work.assignment}: feedback {to}, {what}")
    return True


def _failed(folder: CourseFolder, work: Work, during: str, error: str) -> None:
    text = printable(error).strip() or "?"
    journal = folder.journal(work.assignment, work.student)
    journal.write(states.FAILED, work.attempt, full=work.full, during=during, error=text[-2000:])
    folder.say(f"{work.student}, {work.assignment}: {during} FAILED: {text.splitlines()[-1]}")
    folder.unanswered.append(f"{work.student}, {work.assignment} ({during})")
