"""Decide which of a student's attempts counts: the last one before the student's own deadline.

One rule for everything: only where no attempt was in time does the last late one count, under the penalty that is
configured.  The attempt that counts lies where nbgrader looks for it; the others are kept beside it.
"""

import json
import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from course.checking.data import EvidenceData
from grader.places import private_folder, write_json
from grader.submission.handed_in import STAMP, fingerprint_folder
from grader.submission.timestamps import read_stamp

LARGEST_STAMP = 10_000  # bytes
KEPT = "+kept"  # nbgrader takes no folder of this ending for an assignment


@dataclass(frozen=True)
class Deadlines:
    """The due date of an assignment in UTC, if there is one, and who got an extension."""

    due: datetime | None = None
    extensions: dict[str, timedelta] = field(default_factory=dict)

    def of(self, student: str) -> datetime | None:
        """Return the student's own deadline."""
        return self.due + self.extensions.get(student, timedelta()) if self.due else None


@dataclass(frozen=True)
class Attempt:
    """One attempt: where it lies, which it was, its time in UTC, and whether a platform called it late."""

    folder: Path
    number: int
    time: datetime | None = None
    late: bool | None = None

    def is_late(self, deadline: datetime | None) -> bool:
        """Was it late?  One of which that is not known was not."""
        if self.time is not None and deadline is not None:
            return self.time > deadline
        return bool(self.late) and self.time is None


def counting(attempts: Sequence[Attempt], deadline: datetime | None) -> Attempt:
    """Return the attempt that counts.

    >>> early, late = Attempt(Path("a"), 0, datetime(2026, 11, 1)), Attempt(Path("b"), 1, datetime(2026, 11, 3))
    >>> [counting([early, late], datetime(2026, 11, day)).folder.name for day in (2, 4)]
    ['a', 'b']
    """
    in_time = [attempt for attempt in attempts if not attempt.is_late(deadline)]
    return max(in_time or attempts, key=lambda attempt: (attempt.time or datetime.min, attempt.number))


def attempts_of(root: Path, assignment: str, student: str) -> list[Attempt]:
    """Return a student's attempts, those that were kept first and the one in its place last."""
    place = Path(root) / "submitted" / student / assignment
    kept = place.with_name(assignment + KEPT)
    folders = sorted((path for path in kept.iterdir() if path.is_dir()), key=_number) if kept.is_dir() else []
    found = []
    for folder in [*folders, *([place] if place.is_dir() else [])]:
        number = (
            _number(folder) if folder != place else read_mark(root, assignment, student, place).get("number", 1 << 30)
        )
        late = read_mark(root, assignment, student, folder).get("late")
        found.append(Attempt(folder, number, handed_in_at(folder), late))
    return found


def put_in_place(root: Path, assignment: str, student: str, deadline: datetime | None) -> str:
    """Let the attempt that counts lie where it is graded; return what there is to be said, or ""."""
    place = Path(root) / "submitted" / student / assignment
    if not place.with_name(assignment + KEPT).is_dir():
        return ""  # nearly always
    attempts = attempts_of(root, assignment, student)
    if not attempts:
        return ""
    chosen = counting(attempts, deadline)
    if chosen.folder != place:
        aside = next((attempt for attempt in attempts if attempt.folder == place), None)
        if aside:
            keep(root, assignment, student)
        os.rename(chosen.folder, place)
    if len(attempts) == 1:
        return ""
    others = [attempt for attempt in attempts if attempt is not chosen]
    late = sum(attempt.is_late(deadline) for attempt in others)
    after = f", {late} of them late" if late else ""
    return f"one of {len(attempts)} attempts counts ({_shown(chosen)}); {len(others)} kept{after}"


def timely_grade_stays(
    root: Path,
    assignment: str,
    student: str,
    deadline: datetime | None,
    before: EvidenceData | None,
    fingerprint: str | None,
) -> str:
    """Return what to say where a late submission lies in place of one that was in time and is graded, or "".

    nbgrader's own collecting keeps nothing that it replaces, but the grade is still there, and counts.
    """
    graded = before.get("lateness") if before else None
    replaced = bool(before and before.get("submission") and fingerprint and before["submission"] != fingerprint)
    if not replaced or deadline is None or not graded or not graded["handed_in"]:
        return ""
    time = datetime.fromisoformat(graded["handed_in"])
    place = Path(root) / "submitted" / student / assignment
    mark = read_mark(root, assignment, student, place)
    attempt = Attempt(place, 0, handed_in_at(place), mark.get("late"))
    if time > deadline or not attempt.is_late(deadline):
        return ""
    in_time = f"{time.isoformat(' ', 'minutes')} UTC"
    return (
        f"a late submission ({_shown(attempt)}) lies in its place; the grade of the one of {in_time} counts and stays"
    )


def time_that_counts(time: datetime | None, mark: dict, due: datetime | None, oddities: list[str]) -> datetime | None:
    """Return the time that the gradebook gets; `oddities` gets what is to be said about it.

    A platform may only say that a submission was late: the least that this can mean is a second after the due date,
    so that who has an extension here is not late.
    """
    if time is not None:
        return time
    if mark.get("late"):
        if due is None:
            oddities.append(f"{mark.get('from')} marked it late, but there is no due date here: no penalty")
            return None
        oddities.append(f"{mark.get('from')} marked it late; by how much is not known, so it counts as one second late")
        return due + timedelta(seconds=1)
    if due is not None and mark.get("late") is None:
        oddities.append("when it was handed in is not known, so neither is whether it was late: no penalty")
    return None


def keep(root: Path, assignment: str, student: str) -> Path:
    """Move the attempt that lies in its place to those that are kept, and return where it is now."""
    place = Path(root) / "submitted" / student / assignment
    kept = place.with_name(assignment + KEPT)
    kept.mkdir(exist_ok=True)
    number = read_mark(root, assignment, student, place).get("number")
    if number is None or (kept / str(number)).exists():
        number = 1 + max((_number(path) for path in kept.iterdir()), default=0)
    os.rename(place, kept / str(number))
    return kept / str(number)


def next_number(root: Path, assignment: str, student: str) -> int:
    """Return the number of the attempt that comes next."""
    numbers = [attempt.number for attempt in attempts_of(root, assignment, student)]
    return 1 + max((number for number in numbers if number < 1 << 30), default=len(numbers))


def _number(path: Path) -> int:
    return int(path.name) if path.name.isdecimal() else 0


def _shown(attempt: Attempt) -> str:
    return f"{attempt.time.isoformat(' ', 'minutes')} UTC" if attempt.time else "its time is not known"


def handed_in_at(folder: Path) -> datetime | None:
    """Return when the attempt in a folder was handed in, in UTC, where that is known."""
    try:
        details = (folder / STAMP).lstat()
        plain = stat.S_ISREG(details.st_mode) and details.st_size <= LARGEST_STAMP  # a pipe is waited for without end
        return read_stamp((folder / STAMP).read_bytes())[0] if plain else None
    except OSError:
        return None


# -- what a platform said of an attempt: kept where no student can write it -------------------------------------------


def read_mark(root: Path, assignment: str, student: str, folder: Path) -> dict:
    """Return what was noted when this very attempt was collected: {"late", "from", "number"}, or {}."""
    try:
        marks = json.loads(_marks(root, assignment, student).read_text(encoding="utf-8"))
        found = marks.get(fingerprint_folder(folder), {})
    except (OSError, ValueError, AttributeError):
        return {}
    return found if isinstance(found, dict) else {}


def write_mark(root: Path, assignment: str, student: str, folder: Path, mark: dict) -> None:
    """Note what is known of an attempt that was collected."""
    path = _marks(root, assignment, student)
    try:
        marks = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        marks = {}
    write_json(path, marks | {fingerprint_folder(folder): mark})


def _marks(root: Path, assignment: str, student: str) -> Path:
    return private_folder(root, "collected", assignment) / f"{student}.json"
