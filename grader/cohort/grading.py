"""Grade a class: workers run notebooks, one writer fills the gradebook, and what is finished is never done again."""

import gc
from collections.abc import Callable, Generator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from grader.cohort.alone import alone
from grader.cohort.cluster import runs_on_cluster
from grader.cohort.open_files import room_for_files
from grader.cohort.workers import in_workers
from grader.gradebook.entering import open_gradebook
from grader.gradebook.lateness import deadlines
from grader.gradebook.penalties import settle_penalties
from grader.gradebook.pipelines import ensure_assignment, open_course, students_with_submissions
from grader.gradebook.writer import Result, write
from grader.packs.reading import load_hidden, load_public
from grader.places import private_folder
from grader.sandbox.client import fork_server
from grader.sandbox.folders import remove, scratch_folder
from grader.sandbox.isolation import isolation
from grader.submission.attempts import put_in_place, read_mark, time_that_counts, timely_grade_stays
from grader.submission.evidence import read_evidence
from grader.submission.pattern import released
from grader.submission.run import Run, run_safely
from grader.submission.staging import Staged, fingerprint_folder, stage
from grader.tasks import COURSE, Assignment, Named


def grade_class(
    root: Path | str,
    assignment: Named,
    students: list[str] | None = None,
    force: bool = False,
    progress: Callable[..., Any] = iter,
    jobs: int = 1,
    scheduler: str | None = None,
    **settings: Any,
) -> list[Result]:
    """Grade submissions, `jobs` at a time, and return a `Result` for each student, in order.

    `scheduler` is the address of a Dask cluster that runs them instead of this machine.

    A submission that was graded before, and is still the same, is left alone unless `force` asks for it.  Marks given
    by hand stay: nbgrader keeps them apart from automatic ones.  `progress(results)` may wrap the results as they come.
    """
    root, assignment = Path(root).resolve(), COURSE.assignment(assignment)
    if not scheduler:
        isolation(settings.get("unconfined", False))  # refuse before anything is touched
    room_for_files()
    students = students or students_with_submissions(root, assignment.name)
    with (
        alone(root),
        scratch_folder("run-", private_folder(root, "staging")) as staging,
        # closed at once: an exception keeps a generator alive, and with it workers for which the exit would wait
        closing(_results(root, assignment, students, force, jobs, scheduler, staging, settings)) as results,
    ):
        found = {result.student: result for result in progress(results)}
        for student, changes in settle_penalties(root, assignment.name, students).items():
            found[student].changes += changes
    return [found[student] for student in students]


def _results(
    root: Path,
    assignment: Assignment,
    students: list[str],
    force: bool,
    jobs: int,
    scheduler: str | None,
    staging: Path,
    settings: dict[str, Any],
) -> Generator[Result]:
    """Yield a `Result` for each student as it is finished."""
    name = assignment.name
    ensure_assignment(root, name)
    todo: list[str] = []
    notes: dict[str, list[str]] = {}
    own = deadlines(root, name)
    for student in students:
        said = put_in_place(root, name, student, own.of(student))
        notes[student] = [said] if said else []
        before = read_evidence(root, name, student)
        handed_in = _handed_in(root, name, student)
        mark = read_mark(root, name, student, root / "submitted" / student / name) if before else {}
        same = before and (before.get("submission"), before.get("marked_late")) == (handed_in, mark.get("late"))
        if before and same and not force:
            yield Result(student, "unchanged", [*before["oddities"], *notes[student]])
        elif before and (stays := timely_grade_stays(root, name, student, own.of(student), before, handed_in)):
            yield Result(student, "unchanged", [*before["oddities"], stays])
        else:
            todo.append(student)
    api = open_course(root, submitted=str(staging.relative_to(root)))
    if scheduler and todo:
        runs = runs_on_cluster(scheduler, root, assignment, todo, settings)
    else:
        runs = _runs(root, assignment, todo, jobs, staging, settings)
    with closing(runs), open_gradebook(api, assignment) as gradebook:
        for student, run in runs:
            target = staging / student / name
            if scheduler and not isinstance(run, str):
                stage(root, assignment, student, target)
            if not isinstance(run, str):
                _note_lateness(root, name, run.staged, own.due)
                run.staged.oddities += notes[student]
            yield write(root, name, student, run, api, gradebook)
            remove(staging / student)


def _note_lateness(root: Path, assignment: str, staged: Staged, due: datetime | None) -> None:
    mark = read_mark(root, assignment, staged.student, root / "submitted" / staged.student / assignment)
    staged.marked_late = mark.get("late")
    staged.handed_in = time_that_counts(staged.handed_in, mark, due, staged.oddities)


def _handed_in(root: Path, assignment: str, student: str) -> str | None:
    try:
        return fingerprint_folder(root / "submitted" / student / assignment)
    except OSError:
        return None  # unreadable: staging will say so, for this student only


def _runs(
    root: Path, assignment: Assignment, students: list[str], jobs: int, staging: Path, settings: dict[str, Any]
) -> Generator[tuple[str, Run | str]]:
    """Yield (student, Run or why there is none) as notebooks are finished, with a bounded number of them in memory."""
    arguments = {s: (root, assignment, s, staging / s / assignment.name, settings) for s in students}
    if jobs <= 1 or len(students) <= 1:
        for student in students:
            yield student, run_safely(*arguments[student])
        return
    # what is loaded before the fork is shared, and so is the fork server
    load_public(assignment), load_hidden(assignment), released(assignment)
    fork_server().wait_until_ready()
    gc.freeze()  # what was loaded is no garbage: nobody has to look through it, or copy it, again
    yield from in_workers(run_safely, arguments, jobs, staging)
