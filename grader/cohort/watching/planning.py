"""Decide what happens to the attempt of a student that counts: answered now, waiting, held, or left to a person.

What has been decided is noted once, and what was begun goes on: a kill changes nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from grader.cohort.watching import journal as states
from grader.cohort.watching.allowance import ANSWER, HOLD, decide
from grader.cohort.watching.course_folder import CourseFolder
from grader.cohort.watching.exchange import settled_for
from grader.cohort.watching.intake import CLOSED
from grader.cohort.watching.journal import Journal
from grader.gradebook.pipelines import students_with_submissions
from grader.roster import ID
from grader.submission.attempts import Attempt, Deadlines

MOST_FAILURES = 3  # of one attempt, or kills while it was graded: then a person has to look
RETRY = timedelta(minutes=5)


@dataclass(frozen=True)
class Work:
    """An attempt to be answered; `full` where the deadline is over, so that everything may be said."""

    assignment: str
    student: str
    attempt: str
    full: bool
    number: int = 0
    deadline: datetime | None = None


@dataclass(frozen=True)
class Unsettled:
    """Somebody's submission that is still being written."""

    student: str


def planned(folder: CourseFolder, assignment: str, own: Deadlines, fresh: set[str]) -> Iterator[Work | Unsettled]:
    """Yield what is to be answered now; `fresh` are those whose submission has just been taken as a whole."""
    for student in students_with_submissions(folder.root, assignment):
        place = folder.place(assignment, student)
        if not ID.match(student):
            folder.say_once(str(place), f"{place}: {student!r} cannot be a student's id: left alone")
            continue
        journal = folder.journal(assignment, student)
        attempt = folder.attempt(assignment, student)
        if not journal.of(attempt):
            if student not in fresh and settled_for(place) < folder.settings.settle:
                yield Unsettled(student)
                continue
            time = folder.handed_in(assignment, student)
            journal.write(states.TAKEN, attempt, handed_in=time.isoformat() if time else None)
        work = _decided(folder, journal, attempt, own.of(student))
        if work:
            yield work


def _decided(folder: CourseFolder, journal: Journal, attempt: str, deadline: datetime | None) -> Work | None:
    full = deadline is not None and states.now() > deadline
    if journal.of(attempt, states.LEFT) or journal.released(attempt, full=True):
        return None
    if not full and journal.released(attempt):
        return None
    if _gave_up(journal, attempt, full):
        return None
    if full:
        time = folder.handed_in(journal.assignment, journal.student)
        late = Attempt(folder.place(journal.assignment, journal.student), 0, time).is_late(deadline)
        if late and journal.released(full=True):
            _note_once(folder, journal, states.HELD, attempt, CLOSED)
            return None
        return Work(journal.assignment, journal.student, attempt, full, deadline=deadline)
    begun = journal.of(attempt, states.GRADING)
    if begun:
        return Work(journal.assignment, journal.student, attempt, full, begun[0]["number"], deadline)
    if journal.of(attempt, states.HELD):
        return None
    decision = decide(journal.grading_began().values(), states.now(), folder.settings)
    if decision.action != ANSWER:
        state = states.HELD if decision.action == HOLD else states.WAITS
        _note_once(folder, journal, state, attempt, decision.why)
        return None
    return Work(journal.assignment, journal.student, attempt, full, decision.number, deadline)


def _note_once(folder: CourseFolder, journal: Journal, state: str, attempt: str, why: str) -> None:
    if not journal.of(attempt, state):
        journal.write(state, attempt, why=why)
        folder.say(f"{journal.student}, {journal.assignment}: {state}; {why}")


def _gave_up(journal: Journal, attempt: str, full: bool) -> bool:
    """Has it failed, or has the watcher died over it, so often that a person has to look?  Or a moment ago?"""
    lines = [line for line in journal.of(attempt) if line.get("full") == full]
    failures = [line for line in lines if line["state"] == states.FAILED]
    begun = 0
    for line in lines:  # begun, and neither graded nor failed: killed
        begun = begun + 1 if line["state"] == states.GRADING else 0
    if begun >= MOST_FAILURES:
        for _ in range(MOST_FAILURES - len(failures)):
            journal.write(states.FAILED, attempt, full=full, error=f"the watcher ended {begun} times over it")
        return True
    if len(failures) >= MOST_FAILURES:
        return True
    return bool(failures) and states.now() - datetime.fromisoformat(failures[-1]["at"]) < RETRY
