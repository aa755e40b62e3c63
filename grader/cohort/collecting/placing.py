"""Write what was downloaded into a folder, by descriptor: no name leads out of it, no file is overwritten."""

import contextlib
import os
from pathlib import Path, PurePosixPath

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW


def write_below(folder: Path, where: PurePosixPath, data: bytes) -> PurePosixPath:
    """Write a file below `folder` and return its name there; where one of that name is, it gets a number."""
    descriptor = os.open(folder, _FOLDER)
    try:
        for part in where.parts[:-1]:
            outer, descriptor = descriptor, _step_into(descriptor, part)
            os.close(outer)
        name = where.name
        for number in range(2, 1000):
            try:
                file = os.open(name, _NEW_FILE, 0o644, dir_fd=descriptor)
                break
            except FileExistsError:
                name = f"{number}-{where.name}"
        else:
            raise FileExistsError(f"{where}: there are too many of this name")
        with os.fdopen(file, "wb") as opened:
            opened.write(data)
        return where.with_name(name)
    finally:
        os.close(descriptor)


def open_student(submitted: Path, student: str) -> int:
    """Return a descriptor of the student's folder, which is made if it is not there.

    Raises:
        OSError: it is a link, or no folder.
    """
    submitted.mkdir(exist_ok=True)
    descriptor = os.open(submitted, os.O_RDONLY | os.O_DIRECTORY)  # a course may keep its submissions elsewhere
    try:
        return _step_into(descriptor, student)
    finally:
        os.close(descriptor)


def _step_into(descriptor: int, name: str) -> int:
    """Return a descriptor of a folder inside an open one; it is made if it is not there."""
    with contextlib.suppress(FileExistsError):
        os.mkdir(name, 0o755, dir_fd=descriptor)
    return os.open(name, _FOLDER, dir_fd=descriptor)
