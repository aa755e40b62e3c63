"""See that one watcher at a time answers for a course folder."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from grader.cohort.alone import locked
from grader.cohort.watching.journal import FOLDER
from grader.errors import UserError
from grader.places import private_folder


class AnotherWatches(UserError):
    """There is a watcher already."""


@contextlib.contextmanager
def only_watcher(root: Path) -> Iterator[None]:
    """Hold the watcher's lock, which is gone with its process however it ends.

    Raises:
        AnotherWatches: another process has it.
    """

    def refuse(other: str) -> None:
        raise AnotherWatches(f"another watcher (process {other}) is at work in {root}: stop it first, or let it be")

    with locked(private_folder(root, FOLDER) / "lock", refuse):
        yield
