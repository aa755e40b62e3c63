"""Take what a student has in the exchange into `submitted/`, by the collect rules that are configured.

An attempt that a newer one replaces is kept beside it.
"""

import os
from dataclasses import dataclass, field
from pathlib import Path

from nbgrader.utils import capture_log

from grader.gradebook.pipelines import open_course, run_step
from grader.places import private_folder
from grader.sandbox.folders import scratch_folder
from grader.submission.attempts import Deadlines, attempts_of, keep, put_in_place
from grader.submission.handed_in import fingerprint_folder


@dataclass
class Taken:
    """What became of what had arrived from one student: whether it is new here, and what was refused, in words."""

    new: bool = False
    refused: list[str] = field(default_factory=list)


def take(root: Path, assignment: str, student: str, own: Deadlines) -> Taken:
    """Collect the attempt of a student that counts; the one in its place is kept.

    The caller holds the course folder's lock.  It is collected elsewhere and moved as a whole, so that a kill at any
    moment leaves either the old one or the new one, or none in its place and the old one kept.
    """
    taken = Taken()
    with scratch_folder("watch-", private_folder(root, "staging")) as staging:
        api = open_course(root, submitted=str(staging.relative_to(root)))
        api.coursedir.assignment_id, api.coursedir.student_id = assignment, student
        step = api.exchange.Collect(coursedir=api.coursedir, authenticator=api.authenticator, parent=api)
        step.update, step.known = True, own  # strict collecting need not read deadlines for each student
        log = run_step(capture_log, step)
        taken.refused = [line.partition("refused ")[2] for line in log.splitlines() if "refused " in line]
        fresh = staging / student / assignment
        if fresh.is_dir() and not _is_here(root, assignment, student, fresh):
            place = root / "submitted" / student / assignment
            place.parent.mkdir(parents=True, exist_ok=True)
            if os.path.lexists(place):
                keep(root, assignment, student)
            os.rename(fresh, place)
            taken.new = True
        put_in_place(root, assignment, student, own.of(student))
    return taken


def _is_here(root: Path, assignment: str, student: str, fresh: Path) -> bool:
    mine = fingerprint_folder(fresh)
    return any(fingerprint_folder(attempt.folder) == mine for attempt in attempts_of(root, assignment, student))
