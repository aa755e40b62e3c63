"""Bring what has arrived in the exchange into `submitted/`, but for late work that could use scores that are out."""

from datetime import datetime
from pathlib import Path

from grader.cohort.alone import alone
from grader.cohort.watching import journal as states
from grader.cohort.watching.course_folder import CourseFolder
from grader.cohort.watching.exchange import arrived
from grader.cohort.watching.taking import take
from grader.errors import printable
from grader.gradebook.pipelines import excluded_students
from grader.submission.attempts import Attempt, Deadlines
from grader.submission.timestamps import read_stamp

CLOSED = "late, and scores were released before: not graded by itself, because it could use what they say"


def take_in(folder: CourseFolder, assignment: str, own: Deadlines) -> set[str]:
    """Take new submissions from the exchange; return whose were taken."""
    fresh: set[str] = set()
    if folder.exchange is None:
        return fresh
    waiting = []
    for student, names in arrived(folder.exchange, assignment, folder.settings.settle).items():
        journal = folder.journal(assignment, student)
        if new := sorted(set(names) - journal.names_seen()):
            waiting.append((student, journal, new))
    excluded = excluded_students(folder.root) if waiting else set()  # reads the configuration
    for student, journal, new in waiting:
        if student in excluded:
            continue
        if journal.released(full=True) and all(_is_late(name, own.of(student)) for name in new):
            for name in new:
                journal.write(states.HELD, None, name=name, why=f"{CLOSED}; it stays in the exchange")
        else:
            with alone(folder.root):
                taken = take(folder.root, assignment, student, own)
            for said in taken.refused:
                if any(name in said for name in new):
                    journal.write(states.REFUSED, None, why=printable(said))
                    folder.say(f"{student}, {assignment}: refused {printable(said)}")
            if taken.new:
                fresh.add(student)
        journal.write(states.LOOKED, None, names=new)
    return fresh


def _is_late(name: str, deadline: datetime | None) -> bool:
    time, _ = read_stamp(name.split("+")[2].encode())
    return time is not None and Attempt(Path(name), 0, time).is_late(deadline)
