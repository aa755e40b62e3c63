"""Read the names that platforms give to files in a download: whose a file is, its own name, and whether it was late.

Moodle:      First Last_1234567_assignsubmission_file_/work.ipynb, or without the folder
Canvas:      lastfirst_LATE_12345_67890_work.ipynb
Blackboard:  Homework 1_s001_attempt_2026-11-27-10-00-00_work.ipynb
nbgrader:    s001+1-cross-correlation+2026-11-27 10:00:00 UTC/work.ipynb
otherwise:   a folder for each student, or a file, named after the student
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from grader.submission.timestamps import read_stamp

_MOODLE = re.compile(r"(?P<name>.+?)_(?P<number>\d+)_assignsubmission_(?P<kind>[a-z]+)_(?P<file>.*)", re.DOTALL)
_CANVAS = re.compile(r"(?P<name>[^_]+)(?P<late>_LATE)?_(?P<user>\d+)_(?:(?P<number>\d+)_)?(?P<file>.+)", re.DOTALL)
_BLACKBOARD = re.compile(r".+_(?P<id>[^_]+)_attempt_(?P<time>[\d-]{19})(?:_(?P<file>.+)|\.txt)", re.DOTALL)
_NBGRADER = re.compile(r"(?P<id>[^+]+)\+(?P<assignment>[^+]+)\+(?P<time>[^+]+)(?:\+.*)?", re.DOTALL)


@dataclass(frozen=True)
class Named:
    """What a name in a download says; `late` is None where the platform does not say it."""

    label: str  # what all files of one attempt share
    file: PurePosixPath
    platform: str
    names: tuple[str, ...] = ()  # of the student, as the platform writes them
    ids: tuple[str, ...] = ()
    number: str = ""  # that the platform has given to the student
    late: bool | None = None
    time: datetime | None = None
    order: str = ""  # of attempts


def read_name(where: PurePosixPath) -> Named:
    """Return what the name of one file in a download says.

    >>> read_name(PurePosixPath("lastfirst_LATE_12_34_a b.ipynb")).file
    PurePosixPath('a b.ipynb')
    """
    top, *rest = where.parts
    below = PurePosixPath(*rest)
    if found := _MOODLE.fullmatch(top):
        file = PurePosixPath(found["file"], below) if found["file"] else below
        label = f"{found['name']}_{found['number']}"
        return Named(label, file, "Moodle", names=(found["name"],), ids=(found["name"],))
    if not rest and (found := _BLACKBOARD.fullmatch(top)):
        file = PurePosixPath(found["file"] or top)
        label = f"{found['id']} {found['time']}"
        return Named(label, file, "Blackboard", ids=(found["id"],), order=found["time"])
    if not rest and (found := _CANVAS.fullmatch(top)):
        label, late = f"{found['name']}_{found['user']}", bool(found["late"])
        names = (found["name"],)
        return Named(label, PurePosixPath(found["file"]), "Canvas", names, names, number=found["user"], late=late)
    if rest and (found := _NBGRADER.fullmatch(top)):
        time = read_stamp(found["time"].encode())[0]
        return Named(top, below, "nbgrader", ids=(found["id"],), time=time, order=time.isoformat() if time else "")
    if rest:
        return Named(top, below, "the download", names=(top,), ids=(top,))
    first = re.split(r"[_\s+-]", where.stem, maxsplit=1)[0]
    return Named(where.stem, PurePosixPath(top), "the download", names=(where.stem,), ids=(where.stem, first))


def without_wrapper(names: list[PurePosixPath], is_student: Callable[[str], bool]) -> int:
    """Return how many folders lie around everything and are nobody's: unpacking adds one, platforms another."""
    depth = 0
    while names and all(len(name.parts) > depth + 2 for name in names):
        tops = {name.parts[depth] for name in names}
        (top, *others) = tops
        if others or read_name(PurePosixPath(top, "x")).platform != "the download" or is_student(top):
            break
        depth += 1
    return depth
